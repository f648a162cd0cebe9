package io.stepunit.internal.mock;

import io.stepunit.internal.library.Assumption;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.mock.MockAnswerError;
import io.stepunit.mock.TaskCall;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks the condition of a mock that is users' code: on the test's own thread, with a copy of the
 * input, under the watchdog. Whatever it throws aborts the test.
 */
final class ConditionRun {
  private final Supplier<String> mock;
  private final UserCode userCode;

  /**
   * @param mock the mock and its line, for messages
   */
  ConditionRun(Supplier<String> mock, UserCode userCode) {
    this.mock = mock;
    this.userCode = userCode;
  }

  boolean holds(AttemptRequest request, Predicate<TaskCall> predicate) {
    TaskCall call = ObservedCall.of(request, userCode.json().codec());
    try {
      return userCode
          .watchdog()
          .watch(() -> AnswerMessages.condition(mock.get(), request), () -> predicate.test(call));
    } catch (AssertionError e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MockAnswerError(AnswerMessages.conditionThrew(mock.get(), request, e), e);
    } catch (Throwable e) {
      Assumption.passOn(e);
      throw new MockAnswerError(AnswerMessages.conditionThrew(mock.get(), request, e), e);
    }
  }
}
