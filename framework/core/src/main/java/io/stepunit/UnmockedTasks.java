package io.stepunit;

import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.mock.UnmockedTaskError;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What comes of a Task that nothing answers. */
interface UnmockedTasks {
  /** It aborts the test. */
  UnmockedTasks ABORT_THE_TEST =
      (task, error) -> {
        throw error.get();
      };

  /**
   * What the Task is answered.
   *
   * @param error makes what says that nothing answers it
   */
  AttemptReply reply(AttemptRequest task, Supplier<UnmockedTaskError> error);

  /** Somebody else answers it. */
  static UnmockedTasks answeredBy(TaskDispatcher others) {
    return (task, error) -> others.dispatch(task);
  }

  /**
   * It fails its execution, whatever that retries or catches.
   *
   * @param told is told of it
   */
  static UnmockedTasks failTheExecution(Consumer<? super UnmockedTaskError> told) {
    return (task, error) -> {
      UnmockedTaskError unmocked = error.get();
      told.accept(unmocked);
      return AttemptReply.fails("States.Runtime", unmocked.summary());
    };
  }
}
