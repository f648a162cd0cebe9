package io.stepunit;

import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.spi.TokenCall;
import io.stepunit.internal.spi.TokenDelivery;
import io.stepunit.mock.SwallowedAnswerError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The errors by which Tasks abort the test, which code on the way to the test may catch. */
final class AnswerErrors {
  private @Nullable AssertionError first;
  private @Nullable AssertionError last;
  private int count;

  /** The same answers; their errors are remembered. */
  TaskDispatcher around(TaskDispatcher tasks) {
    return new Remembering(tasks);
  }

  void forget() {
    first = null;
    last = null;
    count = 0;
  }

  /**
   * Fails if there was one.
   *
   * @throws SwallowedAnswerError with the first one as its cause
   */
  void verifyNone() {
    if (first != null) {
      throw new SwallowedAnswerError(first, count);
    }
  }

  /** One error comes by once for each execution that waits for the other. */
  private void add(AssertionError error) {
    if (error == last) {
      return;
    }
    if (first == null) {
      first = error;
    }
    last = error;
    count++;
  }

  private final class Remembering implements TaskDispatcher {
    private final TaskDispatcher tasks;

    private Remembering(TaskDispatcher tasks) {
      this.tasks = tasks;
    }

    @Override
    public Optional<String> answererOf(AttemptRequest request) {
      return tasks.answererOf(request);
    }

    @Override
    public boolean takesAnyRequest() {
      return tasks.takesAnyRequest();
    }

    @Override
    public AttemptReply dispatch(AttemptRequest request) {
      try {
        return tasks.dispatch(request);
      } catch (AssertionError e) {
        add(e);
        throw e;
      }
    }

    @Override
    public boolean activityExists(String activityArn) {
      return tasks.activityExists(activityArn);
    }

    @Override
    public TokenDelivery deliver(AttemptRequest request, TokenCall call) {
      return tasks.deliver(request, call);
    }
  }
}
