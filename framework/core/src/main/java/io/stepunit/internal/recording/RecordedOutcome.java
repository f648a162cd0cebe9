package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.Execution;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a recorded execution ended.
 *
 * @param status {@code RUNNING} where the recording stops before the end
 */
public record RecordedOutcome(
    String status,
    Optional<JsonNode> output,
    boolean outputMasked,
    Optional<String> error,
    Optional<String> cause) {

  List<Difference> differences(Execution execution, ValueComparison values) {
    List<Difference> differences = new ArrayList<>();
    if (status.equals("RUNNING")) {
      return differences;
    }
    if (!status.equals(execution.status().name())) {
      differences.add(
          Differences.ofExecution(
              Level.STATUS, "", status, execution.status().name() + failure(execution)));
    }
    if (!outputMasked) {
      values.compare(
          List.of("events", "executionSucceededEventDetails", "output"),
          output.orElseGet(MissingNode::getInstance),
          execution.output().orElseGet(MissingNode::getInstance),
          (field, recorded, found) ->
              differences.add(Differences.ofExecution(Level.OUTPUT, field, recorded, found)));
    }
    text(Level.ERROR, error, execution.error(), values, differences);
    text(Level.CAUSE, cause, execution.cause(), values, differences);
    return differences;
  }

  private static String failure(Execution execution) {
    return execution
        .error()
        .map(error -> " with " + error + ": " + execution.cause().orElse("no cause"))
        .orElse("");
  }

  private static void text(
      Level level,
      Optional<String> recorded,
      Optional<String> found,
      ValueComparison values,
      List<Difference> differences) {
    if (recorded.isPresent() && found.isPresent()) {
      values.compare(
          List.of("events", "executionFailedEventDetails", level.name().toLowerCase(Locale.ROOT)),
          TextNode.valueOf(recorded.get()),
          TextNode.valueOf(found.get()),
          (field, before, after) ->
              differences.add(Differences.ofExecution(level, "", before, after)));
    } else if (recorded.isPresent() != found.isPresent()) {
      differences.add(
          Differences.ofExecution(level, "", recorded.orElse("none"), found.orElse("none")));
    }
  }
}
