package io.stepunit.internal.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.history.Call;
import io.stepunit.internal.json.JsonDifference;
import io.stepunit.internal.model.State;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The Tasks of an execution made other calls than expected.
 *
 * @since 0.1.0
 */
public final class ShouldHaveCalls extends ExecutionMessage {
  private static final int MOST_CALLS = 10;

  private ShouldHaveCalls(Evidence evidence, String... lines) {
    super(evidence, lines);
  }

  /** A Task made another number of calls. */
  public static ShouldHaveCalls shouldHaveCalls(
      Execution run, String name, State state, int expected) {
    List<Call> calls = run.calls(name);
    return new ShouldHaveCalls(
        at(run, state, calls),
        "Expecting " + subject(run) + " to call the resource of " + name,
        block(times(expected)),
        "but it did",
        block(times(calls.size()) + inputs(calls)));
  }

  /**
   * The inputs of a Task's calls are others.
   *
   * @param path where in the inputs, {@code ""} for all of them
   * @param found for each call what it has there; a missing node for nothing
   */
  public static ShouldHaveCalls shouldHaveInputs(
      Execution run,
      String name,
      State state,
      String path,
      List<JsonNode> expected,
      List<JsonNode> found) {
    String where = path.isEmpty() ? "" : ", at " + path + ",";
    return new ShouldHaveCalls(
        at(run, state, run.calls(name)),
        "Expecting the inputs of the calls of %s in %s%s to be"
            .formatted(name, subject(run), where),
        block(lines(expected)),
        "but they are",
        block(lines(found)),
        difference(expected, found));
  }

  /**
   * Not all Tasks called in this order.
   *
   * @param missing the first of the expected that was not called after those before it
   */
  public static ShouldHaveCalls shouldHaveCallsInOrder(
      Execution run, List<String> expected, int missing) {
    List<String> made = run.calls().stream().map(Call::state).toList();
    String before = missing == 0 ? "" : " after " + String.join(", ", expected.subList(0, missing));
    return new ShouldHaveCalls(
        Evidence.of(run),
        "Expecting " + subject(run) + " to call in this order, others in between allowed",
        block(String.join(", ", expected)),
        "but" + before + " it made no call of " + expected.get(missing) + ". It called",
        block(made.isEmpty() ? "nothing" : String.join(", ", made)));
  }

  /** Something is asked of each call, and there is none. */
  public static ShouldHaveCalls shouldHaveAnyCall(Execution run) {
    return new ShouldHaveCalls(
        Evidence.of(run), "Expecting calls of " + subject(run), "but no Task called its resource");
  }

  /** A call has another value at a path of its input, or none. */
  public static ShouldHaveCalls shouldHaveInputAt(
      Execution run, Call call, String path, JsonNode expected, Optional<JsonNode> found) {
    return new ShouldHaveCalls(
        Evidence.at(run, call.scheduled()),
        "Expecting every call of " + subject(run) + " to have in its input at " + path,
        block(JsonDifference.shortened(expected)),
        "but " + text(call) + " has there",
        block(found.map(JsonDifference::shortened).orElse("nothing")),
        "Its input is",
        block(JsonDifference.shortened(call.input())));
  }

  /**
   * A call contains what none should.
   *
   * @param part the part of the call
   * @param pointer where in the part
   */
  public static ShouldHaveCalls shouldNotContain(
      Execution run, Call call, String what, String part, String pointer, String text) {
    return new ShouldHaveCalls(
        Evidence.at(run, call.scheduled()),
        "Expecting no call of " + subject(run) + " to contain",
        block(what),
        "but the %s of %s has%s"
            .formatted(part, text(call), pointer.isEmpty() ? "" : " at " + pointer),
        block(text));
  }

  private static Evidence at(Execution run, State state, List<Call> calls) {
    return calls.isEmpty()
        ? Evidence.at(run, state)
        : Evidence.at(run, calls.get(calls.size() - 1).scheduled());
  }

  private static String subject(Execution run) {
    return Evidence.of(run).subject();
  }

  private static String text(Call call) {
    return "attempt " + call.attempt() + " of " + call.path();
  }

  private static String inputs(List<Call> calls) {
    return calls.isEmpty()
        ? ""
        : ", with the inputs\n" + lines(calls.stream().map(Call::input).toList());
  }

  private static String lines(List<JsonNode> values) {
    if (values.isEmpty()) {
      return "none: there is no call";
    }
    String more = values.size() > MOST_CALLS ? "\n... (" + values.size() + " calls)" : "";
    return IntStream.range(0, Math.min(MOST_CALLS, values.size()))
        .mapToObj(i -> (i + 1) + ". " + text(values.get(i)))
        .collect(Collectors.joining("\n", "", more));
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "nothing" : JsonDifference.shortened(value);
  }

  private static String difference(List<JsonNode> expected, List<JsonNode> found) {
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      Optional<JsonDifference> difference = JsonDifference.first(expected.get(i), found.get(i));
      if (difference.isPresent() && !difference.get().pointer().isEmpty()) {
        return "In call " + (i + 1) + ": " + difference.get().text();
      }
      if (difference.isPresent()) {
        return "";
      }
    }
    return "";
  }

  private static String times(int count) {
    return count == 1 ? "1 time" : count + " times";
  }
}
