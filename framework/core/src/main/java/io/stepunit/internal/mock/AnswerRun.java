package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.TaskFailure;
import io.stepunit.TaskHandler;
import io.stepunit.TaskReply;
import io.stepunit.internal.aws.AwsSdk;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.library.Assumption;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.UnanswerableTaskException;
import io.stepunit.mock.MockAnswerError;
import io.stepunit.mock.TaskMock;
import io.stepunit.mock.UserCodeTimeoutError;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the users' code of a mock for one call: on the test's own thread, with a copy of the input,
 * under the watchdog. Whatever goes wrong in it, except for a {@link TaskFailure}, aborts the test;
 * an assumption that does not hold ends it.
 */
final class AnswerRun {
  private final Supplier<String> mock;
  private final UserCode userCode;

  /**
   * @param mock the mock and its line, for messages
   */
  AnswerRun(Supplier<String> mock, UserCode userCode) {
    this.mock = mock;
    this.userCode = userCode;
  }

  /** Runs an answer, which returns a result. */
  AttemptReply answer(AttemptRequest request, TaskMock.Answer answer) {
    return run(
        request,
        call -> {
          Object result = answer.answer(call);
          return () -> AttemptReply.succeeds(result(request, result));
        });
  }

  /** Runs a handler, which returns a reply. */
  AttemptReply handle(AttemptRequest request, TaskHandler handler) {
    return run(
        request,
        call -> {
          TaskReply reply = handler.handle(call);
          return () -> checked(request, reply);
        });
  }

  /** Runs code that calls a service, a server or a function for the Task. */
  AttemptReply call(AttemptRequest request, ServiceCall service) {
    return run(
        request,
        call -> {
          AttemptReply reply =
              service.reply(
                  call.request(), thrown -> userCode.thrown().add(request, mock.get(), thrown));
          return () ->
              HandlerReplies.withTrees(
                  reply, tree -> SentJson.knowsText(tree) ? tree : result(request, tree));
        });
  }

  /** Calls what a Task calls, and tells what came of it. */
  @FunctionalInterface
  interface ServiceCall {
    /**
     * Calls for one attempt.
     *
     * @param thrown is told what users' code threw that the reply stands for
     */
    AttemptReply reply(AttemptRequest request, Consumer<Throwable> thrown) throws Exception;
  }

  private interface Conversion {
    AttemptReply reply();
  }

  private interface Code {
    Conversion run(ObservedCall call) throws Exception;
  }

  private AttemptReply run(AttemptRequest request, Code code) {
    ObservedCall call = ObservedCall.of(request, userCode.json().codec());
    Conversion conversion;
    try {
      conversion =
          userCode
              .watchdog()
              .watch(() -> AnswerMessages.what(mock.get(), request), () -> code.run(call));
    } catch (TaskFailure e) {
      userCode.thrown().add(request, mock.get(), e);
      conversion = () -> AttemptReply.fails(e.error().orElse(null), e.causeText().orElse(null));
    } catch (UserCodeTimeoutError e) {
      throw e;
    } catch (AssertionError e) {
      // The test's own assertion is what its author wants to read; we only say where it was.
      e.addSuppressed(new MockAnswerError(AnswerMessages.asserted(mock.get(), request)));
      throw e;
    } catch (UnanswerableTaskException e) {
      throw new MockAnswerError(AnswerMessages.unanswerable(mock.get(), request, e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MockAnswerError(AnswerMessages.threw(mock.get(), request, e), e);
    } catch (Throwable e) {
      Assumption.passOn(e);
      throw new MockAnswerError(AnswerMessages.threw(mock.get(), request, e), e);
    }
    if (!call.input().equals(request.input())) {
      throw new MockAnswerError(AnswerMessages.changedInput(mock.get(), request, call.input()));
    }
    return conversion.reply();
  }

  private AttemptReply checked(AttemptRequest request, @Nullable TaskReply reply) {
    if (reply == null) {
      throw new MockAnswerError(AnswerMessages.returnedNull(mock.get(), request));
    }
    return HandlerReplies.internal(reply, tree -> result(request, tree));
  }

  private JsonNode result(AttemptRequest request, @Nullable Object result) {
    if (result != null && AwsSdk.isResponse(result)) {
      return AwsSdk.resultOf(request.resource(), result);
    }
    try {
      return userCode.json().read(result, "What it returned");
    } catch (IllegalArgumentException e) {
      throw new MockAnswerError(AnswerMessages.noJson(mock.get(), request, e), e);
    }
  }
}
