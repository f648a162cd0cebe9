package io.stepunit;

import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.ForwardingDispatcher;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.mock.SwallowedAnswerError;
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
  void add(AssertionError error) {
    if (error == last) {
      return;
    }
    if (first == null) {
      first = error;
    }
    last = error;
    count++;
  }

  private final class Remembering extends ForwardingDispatcher {
    private Remembering(TaskDispatcher tasks) {
      super(tasks);
    }

    @Override
    public AttemptReply dispatch(AttemptRequest request) {
      try {
        return super.dispatch(request);
      } catch (AssertionError e) {
        add(e);
        throw e;
      }
    }
  }
}
