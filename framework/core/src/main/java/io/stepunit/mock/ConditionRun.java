package io.stepunit.mock;

import io.stepunit.internal.spi.AttemptRequest;
import java.util.function.Predicate;

/**
 * Asks the condition of a mock that is users' code: on the test's own thread, with a copy of the
 * input, under the watchdog. Whatever it throws aborts the test.
 */
final class ConditionRun {
  private final MockDeclaration mock;
  private final UserCode userCode;

  ConditionRun(MockDeclaration mock, UserCode userCode) {
    this.mock = mock;
    this.userCode = userCode;
  }

  boolean holds(AttemptRequest request, Predicate<TaskCall> predicate) {
    TaskCall call = ObservedCall.of(request, userCode.json().codec());
    String what = AnswerMessages.condition(mock, request);
    try {
      return userCode.watchdog().watch(what, () -> predicate.test(call));
    } catch (AssertionError e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MockAnswerError(AnswerMessages.conditionThrew(mock, request, e), e);
    } catch (Throwable e) {
      throw new MockAnswerError(AnswerMessages.conditionThrew(mock, request, e), e);
    }
  }
}
