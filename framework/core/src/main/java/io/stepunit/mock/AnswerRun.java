package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.TaskFailure;
import io.stepunit.TaskHandler;
import io.stepunit.internal.aws.AwsSdk;
import io.stepunit.internal.spi.TaskReply;
import io.stepunit.internal.spi.TaskRequest;
import io.stepunit.internal.spi.UnanswerableTaskException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs the users' code of a mock for one call: on the test's own thread, with a copy of the input,
 * under the watchdog. Whatever goes wrong in it, except for a {@link TaskFailure}, aborts the test.
 */
final class AnswerRun {
  private final MockDeclaration mock;
  private final UserCode userCode;

  AnswerRun(MockDeclaration mock, UserCode userCode) {
    this.mock = mock;
    this.userCode = userCode;
  }

  /** Runs an answer, which returns a result. */
  TaskReply reply(TaskRequest request, TaskMock.Answer answer) {
    TaskRequest copy = request.withInput(request.input().deepCopy());
    TaskCall call = new TaskCall(copy, userCode.json().codec());
    return run(
        request,
        copy,
        () -> {
          Object result = answer.answer(call);
          return () -> TaskReply.succeeds(result(request, result));
        });
  }

  /** Runs a handler, which returns a reply. */
  TaskReply reply(TaskRequest request, TaskHandler handler) {
    TaskRequest copy = request.withInput(request.input().deepCopy());
    return run(
        request,
        copy,
        () -> {
          TaskReply reply = handler.handle(copy);
          return () -> checked(request, reply);
        });
  }

  private interface Conversion {
    TaskReply reply();
  }

  private TaskReply run(TaskRequest request, TaskRequest copy, Callable<Conversion> code) {
    Conversion conversion;
    try {
      conversion = userCode.watchdog().watch(AnswerMessages.what(mock, request), code);
    } catch (TaskFailure e) {
      conversion = () -> TaskReply.fails(e.error().orElse(null), e.causeText().orElse(null));
    } catch (UserCodeTimeoutError e) {
      throw e;
    } catch (AssertionError e) {
      // The test's own assertion is what its author wants to read; we only say where it was.
      e.addSuppressed(new MockAnswerError(AnswerMessages.asserted(mock, request)));
      throw e;
    } catch (UnanswerableTaskException e) {
      throw new MockAnswerError(AnswerMessages.unanswerable(mock, request, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MockAnswerError(AnswerMessages.threw(mock, request, e), e);
    } catch (Throwable e) {
      throw new MockAnswerError(AnswerMessages.threw(mock, request, e), e);
    }
    if (!copy.input().equals(request.input())) {
      throw new MockAnswerError(AnswerMessages.changedInput(mock, request, copy.input()));
    }
    return conversion.reply();
  }

  private JsonNode result(TaskRequest request, @Nullable Object result) {
    if (result != null && AwsSdk.isResponse(result)) {
      return AwsSdk.resultOf(request.resource(), result);
    }
    try {
      return userCode.json().read(result, "What it returned");
    } catch (IllegalArgumentException e) {
      throw new MockAnswerError(AnswerMessages.noJson(mock, request, e), e);
    }
  }

  private TaskReply checked(TaskRequest request, @Nullable TaskReply reply) {
    if (reply == null) {
      throw new MockAnswerError(AnswerMessages.returnedNull(mock, request));
    }
    if (reply instanceof TaskReply.Polled polled) {
      return new TaskReply.Polled(polled.workerName(), checked(request, polled.reply()));
    }
    Optional<JsonNode> submitted = reply.submitted().map(tree -> result(request, tree));
    if (reply instanceof TaskReply.Succeeds succeeds) {
      JsonNode result = result(request, succeeds.result());
      return new TaskReply.Succeeds(result, succeeds.after(), succeeds.heartbeats(), submitted);
    }
    if (reply instanceof TaskReply.Fails fails) {
      return new TaskReply.Fails(
          fails.error(),
          fails.cause(),
          fails.after(),
          fails.heartbeats(),
          fails.failure(),
          submitted);
    }
    if (reply instanceof TaskReply.Silence silence) {
      return new TaskReply.Silence(silence.heartbeats(), submitted);
    }
    return reply;
  }
}
