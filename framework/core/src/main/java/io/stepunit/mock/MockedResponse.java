package io.stepunit.mock;

import io.stepunit.MockValidation;
import io.stepunit.TaskFailure;
import io.stepunit.TaskReply;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.model.Resource;
import java.util.List;

/**
 * One of the {@code MockedResponses} of a MockConfigFile.json.
 *
 * @param entries cover the invocations from 0 on without a gap
 */
record MockedResponse(String name, SourceLocation location, List<Entry> entries) {
  /**
   * What a range of invocations is answered.
   *
   * @param first 0-based
   * @param last 0-based, included
   */
  record Entry(int first, int last, TaskReply reply) {}

  /**
   * Answers the calls of a state; one past the last entry fails the execution, as it does there.
   */
  void answer(String state, TaskMock mock) {
    TaskMock open = mock.validation(MockValidation.NONE);
    for (Entry entry : entries) {
      open =
          open.handledBy(request -> replyOf(request.resource(), entry.reply()))
              .times(entry.last() - entry.first() + 1)
              .then();
    }
    open.answers(
            call -> {
              throw new TaskFailure("States.Runtime", exhausted(state));
            })
        .lenient();
  }

  /** An envelope of Lambda's stands for a call by the function's ARN, too: its payload counts. */
  private static TaskReply replyOf(String resource, TaskReply reply) {
    return reply instanceof TaskReply.Succeeds succeeds
            && succeeds.result().has("Payload")
            && succeeds.result().has("StatusCode")
            && Resource.parse(resource) instanceof Resource.LambdaFunction
        ? TaskReply.succeeds(succeeds.result().get("Payload"))
        : reply;
  }

  private String exhausted(String state) {
    int calls = entries.get(entries.size() - 1).last() + 1;
    return """
        The mocked response '%s' (%s) answers %s calls of '%s', and there was one more. Add an entry \
        "%s"."""
        .formatted(name, location, calls, state, calls);
  }
}
