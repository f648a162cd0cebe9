package io.stepunit;

import io.stepunit.internal.library.Assumption;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.ForwardingDispatcher;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.mock.SwallowedAnswerError;
import org.jspecify.annotations.Nullable;

/**
 * The errors by which a test is aborted, which code on the way to the test may catch, in whatever
 * thread.
 */
final class AnswerErrors {
  private @Nullable Error first;
  private @Nullable Error last;
  private int count;

  /** The same answers; their errors are remembered. */
  TaskDispatcher around(TaskDispatcher tasks) {
    return new Remembering(tasks);
  }

  /**
   * Remembers what aborted a call from outside, and gives the error to throw for it. An exception
   * becomes one: clients would take it for a failure of the network, which they may hide.
   */
  Error remembered(Throwable thrown, String what) {
    Assumption.passOn(thrown);
    Error error =
        thrown instanceof Error given
            ? given
            : new AssertionError(what + " failed: " + thrown.getMessage(), thrown);
    add(error);
    return error;
  }

  synchronized void forget() {
    first = null;
    last = null;
    count = 0;
  }

  /**
   * Fails if there was one.
   *
   * @throws SwallowedAnswerError with the first one as its cause
   */
  synchronized void verifyNone() {
    if (first != null) {
      throw new SwallowedAnswerError(first, count);
    }
  }

  /** One error comes by once for each execution that waits for the other. */
  synchronized void add(Error error) {
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
      } catch (Error e) {
        add(e);
        throw e;
      }
    }
  }
}
