package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Map states: what distributed mode has and inline mode has not, and histories that will be too
 * long. "Map state processing modes" in the AWS Step Functions Developer Guide.
 */
final class Maps implements StateCheck {
  private static final long EVENTS = 25_000;
  private static final Set<String> OF_DISTRIBUTED =
      Set.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");
  private static final Pattern RANGE =
      Pattern.compile("\\{%\\s*\\[\\s*(\\d{1,9})\\s*\\.\\.\\s*(\\d{1,9})\\s*]\\s*%}");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}]*+}");
  private static final Pattern LABEL =
      Pattern.compile("[^\\s?*<>{}\\[\\]\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,40}");

  @Override
  public void check(StateNode state, Diagnostics diagnostics) {
    if (!state.is("Map")) {
      return;
    }
    state.field("Label").ifPresent(label -> checkLabel(label, diagnostics));
    state.field("ItemBatcher").ifPresent(batcher -> checkBatcher(batcher, diagnostics));
    state.field("ResultWriter").ifPresent(writer -> checkWriter(writer, diagnostics));
    Optional<LocatedNode> config =
        state.field("ItemProcessor").flatMap(node -> field(node, "ProcessorConfig"));
    boolean distributed =
        config
            .flatMap(node -> field(node, "Mode"))
            .filter(mode -> mode.value().asText().equals("DISTRIBUTED"))
            .isPresent();
    if (distributed) {
      checkExecutionType(config.get(), diagnostics);
    } else {
      checkInline(state, diagnostics);
    }
  }

  private static Optional<LocatedNode> field(LocatedNode node, String name) {
    return Optional.ofNullable(node.fields().get(name));
  }

  private static void checkLabel(LocatedNode label, Diagnostics diagnostics) {
    // A placeholder is one character at least; what it will be, only who replaces it knows.
    String text = PLACEHOLDER.matcher(label.value().asText()).replaceAll("x");
    if (label.value().isTextual() && !LABEL.matcher(text).matches()) {
      diagnostics.report(
          Rule.INVALID_LABEL,
          "A Label has 1 to 40 characters, no blanks and none of ? * < > { } [ ] \" # % \\ ^ | ~ ` $ & , ; : /",
          label.location(),
          "found " + label.value());
    }
  }

  private static void checkBatcher(LocatedNode batcher, Diagnostics diagnostics) {
    boolean limited = batcher.fields().keySet().stream().anyMatch(name -> name.startsWith("MaxI"));
    if (!limited && batcher.value().isObject()) {
      diagnostics.report(
          Rule.NO_FIELD_OF_SEVERAL,
          "One of these fields is required: [MaxItemsPerBatch, MaxItemsPerBatchPath,"
              + " MaxInputBytesPerBatch, MaxInputBytesPerBatchPath]",
          batcher.location(),
          "an ItemBatcher limits its batches");
    }
  }

  private static void checkWriter(LocatedNode writer, Diagnostics diagnostics) {
    if (writer.value().isObject() && writer.fields().isEmpty()) {
      diagnostics.report(
          Rule.EMPTY_RESULT_WRITER,
          "The ResultWriter says neither what to write nor where",
          writer.location(),
          "AWS accepts it, and the Map fails when it runs; a ResultWriter has a WriterConfig, a Resource with its Parameters or Arguments, or both");
    }
  }

  private static void checkExecutionType(LocatedNode config, Diagnostics diagnostics) {
    if (field(config, "ExecutionType").isEmpty()) {
      diagnostics.report(
          Rule.DISTRIBUTED_WITHOUT_TYPE,
          "A Map in distributed mode has no ExecutionType",
          config.location(),
          "add \"ExecutionType\": \"STANDARD\" or \"EXPRESS\"");
    }
  }

  private static void checkInline(StateNode state, Diagnostics diagnostics) {
    OF_DISTRIBUTED.stream()
        .sorted()
        .flatMap(name -> state.field(name).stream().map(node -> Map.entry(name, node)))
        .forEach(
            field ->
                diagnostics.report(
                    Rule.DISTRIBUTED_FIELD_INLINE,
                    "The field '" + field.getKey() + "' is for Maps in distributed mode",
                    field.getValue().location(),
                    "add \"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\", …} to the ItemProcessor"));
    long items = state.field("Items").map(Maps::count).orElse(0L);
    long events =
        items * state.scopes().stream().mapToLong(scope -> 2 + Events.fewest(scope)).sum();
    if (events > EVENTS) {
      diagnostics.report(
          Rule.MAP_PASSES_EVENT_LIMIT,
          "The Map makes at least %s events for its %s items, and a history ends at 25,000"
              .formatted(events, items),
          state.node().location(),
          "use distributed mode, in which each item has its own history");
    }
  }

  /** How many items are known to come; 0 if that depends on the input. */
  private static long count(LocatedNode items) {
    Matcher range = RANGE.matcher(items.value().asText());
    if (range.matches()) {
      return Math.max(0, Long.parseLong(range.group(2)) - Long.parseLong(range.group(1)) + 1);
    }
    return items.items().size();
  }
}
