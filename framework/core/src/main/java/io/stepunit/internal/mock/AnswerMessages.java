package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.MockValidation;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.shape.Mismatch;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.UnanswerableTaskException;

/** Messages for invalid answers of mocks. */
final class AnswerMessages {
  private AnswerMessages() {}

  /** The answer, to begin a sentence with. */
  static String what(String mock, AttemptRequest request) {
    return "The answer of %s to %s, attempt %s,"
        .formatted(mock, CallDescription.task(request), request.attempt());
  }

  /** The condition, to begin a sentence with. */
  static String condition(String mock, AttemptRequest request) {
    return "The condition of %s for %s, attempt %s,"
        .formatted(mock, CallDescription.task(request), request.attempt());
  }

  static String conditionThrew(String mock, AttemptRequest request, Throwable thrown) {
    return """
        %s threw %s

        %s

        A condition only decides whether the mock answers the call. To look at a member that may be \
        missing write call.input().path("name")."""
        .formatted(condition(mock, request), thrown, CallDescription.details(request));
  }

  static String unanswerable(String mock, AttemptRequest request, UnanswerableTaskException why) {
    return """
        %s cannot run. %s

        %s"""
        .formatted(what(mock, request), why.getMessage(), CallDescription.details(request));
  }

  static String threw(String mock, AttemptRequest request, Throwable thrown) {
    return """
        %s threw %s

        %s

        That aborts the test. For an error that Retry and Catch see, throw \
        new TaskFailure(error, cause)."""
        .formatted(what(mock, request), thrown, CallDescription.details(request));
  }

  static String asserted(String mock, AttemptRequest request) {
    return """
        %s threw this AssertionError.

        %s"""
        .formatted(what(mock, request), CallDescription.details(request));
  }

  static String noJson(String mock, AttemptRequest request, IllegalArgumentException why) {
    return """
        %s has no JSON result. %s

        %s"""
        .formatted(what(mock, request), why.getMessage(), CallDescription.details(request));
  }

  static String wrongResult(String code, TaskState task, Mismatch mismatch, JsonNode result) {
    return """
        The result of %s is not one that %s returns to '%s' (%s): %s

          result     %s

        %s"""
        .formatted(
            code,
            task.resource().arn(),
            task.name(),
            task.location(),
            mismatch,
            CallDescription.json(result, 15),
            lessStrict(mismatch));
  }

  static String wrongResult(
      String mock, AttemptRequest request, Mismatch mismatch, JsonNode result) {
    return """
        %s has a result that the service never returns: %s

        %s
          result     %s

        %s"""
        .formatted(
            what(mock, request),
            mismatch,
            CallDescription.details(request),
            CallDescription.json(result, 15),
            lessStrict(mismatch));
  }

  static String noEnvelope(String code, TaskState task, JsonNode result) {
    return """
        The result of %s is not one that %s returns to '%s' (%s): it stands without Lambda's envelope

          result     %s

        lambda:invoke returns {"ExecutedVersion": …, "Payload": …, "StatusCode": 200}, with what the \
        function returns as Payload. Write returnsPayload(…) for that alone, or set before the answer \
        how strictly it is validated: validation(MockValidation.PRESENT)."""
        .formatted(
            code,
            task.resource().arn(),
            task.name(),
            task.location(),
            CallDescription.json(result, 15));
  }

  /** The mode that lets pass what is wrong. */
  private static String lessStrict(Mismatch mismatch) {
    MockValidation mode =
        mismatch.problem().equals("is missing") ? MockValidation.PRESENT : MockValidation.NONE;
    return """
        Return what AWS returns, or set before the answer how strictly it is validated: \
        validation(MockValidation.%s)."""
        .formatted(mode);
  }

  static String returnedNull(String mock, AttemptRequest request) {
    return """
        %s is null: its TaskHandler returned no TaskReply. A Mockito mock must be told what to return:
          when(handler.handle(any())).thenReturn(TaskReply.succeeds(json));

        %s"""
        .formatted(what(mock, request), CallDescription.details(request));
  }

  static String tooManyHeartbeats(String mock, AttemptRequest request, long heartbeats, int most) {
    return """
        %s has %s heartbeats before it, more than %s: use a longer interval, or give their number."""
        .formatted(what(mock, request), heartbeats, most);
  }

  static String changedInput(String mock, AttemptRequest request, JsonNode changed) {
    return """
        %s changed its input. Step Functions does not see such a change, so the test would not \
        show what happens on AWS. Work on input().deepCopy(), or return what is new.

        %s
          changed to %s"""
        .formatted(
            what(mock, request),
            CallDescription.details(request),
            CallDescription.json(changed, 15));
  }
}
