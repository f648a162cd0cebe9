package io.stepunit.mock;

import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.spi.AttemptReply;
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
  record Entry(int first, int last, AttemptReply reply) {}

  /** Writes the answers; a call past the last of them fails the execution, as it does there. */
  void writeTo(Script script, String state, Resource resource) {
    for (Entry entry : entries) {
      Step step = Step.of(new Step.Source.Fixed(replyOf(resource, entry.reply())));
      script.add(step.withTimes(entry.last() - entry.first() + 1));
    }
    script.add(
        Step.of(
            new Step.Source.Computed(
                (request, run) -> AttemptReply.fails("States.Runtime", exhausted(state)))));
  }

  /** An envelope of Lambda's stands for a call by the function's ARN, too: its payload counts. */
  private static AttemptReply replyOf(Resource resource, AttemptReply reply) {
    return resource instanceof Resource.LambdaFunction
            && reply instanceof AttemptReply.Succeeds succeeds
            && succeeds.result().has("Payload")
            && succeeds.result().has("StatusCode")
        ? AttemptReply.succeeds(succeeds.result().get("Payload"))
        : reply;
  }

  private String exhausted(String state) {
    int calls = entries.get(entries.size() - 1).last() + 1;
    return """
        The mocked response '%s' (%s) answers %d calls of '%s', and there was one more. Add an entry \
        "%d"."""
        .formatted(name, location, calls, state, calls);
  }
}
