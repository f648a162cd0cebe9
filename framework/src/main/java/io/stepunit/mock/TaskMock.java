package io.stepunit.mock;

import io.stepunit.spi.TaskHandler;
import java.time.Duration;

/** What a mocked Task answers, attempt by attempt. */
public interface TaskMock {
  /** Succeeds with this result: JSON text, a JsonNode, a Map, a record. The last answer repeats. */
  TaskMock returns(Object result);

  /** Like {@link #returns}, for the attempts after those said so far. */
  TaskMock thenReturns(Object result);

  TaskMock fails(String error, String cause);

  TaskMock thenFails(String error, String cause);

  /** The answer said last is given this many times, then the next. */
  TaskMock times(int times);

  /** The virtual time that the answer said last takes. */
  TaskMock taking(Duration duration);

  /** Computes the result from the task's input. */
  TaskMock answers(Answer answer);

  /** Any handler. */
  TaskMock handledBy(TaskHandler handler);

  /** Never answers: the task runs into its timeout. */
  TaskMock neverAnswers();

  /** A callback that comes by itself after a virtual time. */
  Callback isCalledBackAfter(Duration duration);

  /** The task waits for the token that the test sends. */
  TaskMock waitsForToken();

  /** Computes a result from a call. */
  @FunctionalInterface
  interface Answer {
    Object answer(TaskCall call) throws Exception;
  }

  /** What a scripted callback brings. */
  interface Callback {
    TaskMock with(Object output);

    TaskMock failing(String error, String cause);
  }
}
