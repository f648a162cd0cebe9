package io.stepunit;

import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.mock.UnmockedTaskError;
import java.util.function.Consumer;

/** What comes of a Task that nothing answers. */
interface UnmockedTasks {
  /** It aborts the test. */
  UnmockedTasks ABORT_THE_TEST =
      error -> {
        throw error;
      };

  AttemptReply reply(UnmockedTaskError error);

  /**
   * It fails its execution, whatever that retries or catches.
   *
   * @param told is told of it
   */
  static UnmockedTasks failTheExecution(Consumer<? super UnmockedTaskError> told) {
    return error -> {
      told.accept(error);
      return AttemptReply.fails("States.Runtime", error.summary());
    };
  }
}
