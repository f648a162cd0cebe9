package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares all that a look at a Map Run and its parent gives. */
final class MapRunState {
  private static final Set<String> KNOWN =
      Set.of(
          "status",
          "events",
          "describeMapRun",
          "listMapRuns",
          "listExecutionsByMapRun",
          "children",
          "childHistories",
          "childOutputs",
          "childOutputsCompare",
          "objects",
          "noObjects",
          "objectTexts",
          "lines",
          "output",
          "failedAt");

  private static final Pattern SECONDS = Pattern.compile("\\((\\d+(?:\\.\\d+)?) s\\)");

  private final CaseWorld world;
  private final ValueMatch values;
  private final JsonNode firstRun;
  private final Map<String, JsonNode> firstChildren;
  private final Map<String, String> firstFiles;

  /**
   * @param firstRun DescribeMapRun at the first look
   * @param firstChildren DescribeExecution of the children then, by index
   * @param firstFiles the texts of the files then
   */
  MapRunState(
      CaseWorld world,
      JsonNode firstRun,
      Map<String, JsonNode> firstChildren,
      Map<String, String> firstFiles) {
    this.world = world;
    this.values = world.values().with(ValueMatch.Extent.MEMBERS_GIVEN);
    this.firstRun = firstRun;
    this.firstChildren = firstChildren;
    this.firstFiles = firstFiles;
  }

  void compare(String look, JsonNode measured) {
    UnknownFormException.requireKnown(look, measured, KNOWN);
    MapRunLook run = new MapRunLook(world);
    JsonNode described =
        world.calls().call("DescribeExecution", Map.of("executionArn", world.executionArn()));
    if (measured.has("status")) {
      values.compare(look + ".status", measured.get("status"), described.path("status"));
    }
    if (measured.has("output")) {
      values.compare(look + ".output", measured.get("output"), described.path("output"));
    }
    if (measured.has("events")) {
      world
          .histories()
          .inOrder(
              look + ".events",
              measured.get("events"),
              world.calls().history(world.executionArn()));
    }
    if (measured.has("describeMapRun")) {
      mapRun(look + ".describeMapRun", measured.get("describeMapRun"), run);
    }
    if (measured.has("listMapRuns")) {
      run.compareListed(look + ".listMapRuns", measured.get("listMapRuns"));
    }
    if (measured.has("failedAt")) {
      failedAt(look + ".failedAt", measured.get("failedAt").textValue(), run.described());
    }
    children(look, measured, run.children());
    new ResultFiles(world, firstFiles).compare(measured);
  }

  private void mapRun(String where, JsonNode measured, MapRunLook run) {
    ObjectNode members = measured.deepCopy();
    JsonNode found = run.described();
    same(where, members, firstRun, found);
    run.compare(where, members, found, racing(measured));
  }

  /** After the redrive the racing item has run in either case. */
  private JsonNode racing(JsonNode measured) {
    boolean someLeft = measured.path("itemCounts").path("pending").asInt() > 0;
    return someLeft ? world.json().path("racing") : MissingNode.getInstance();
  }

  /** Takes the members that compare with an earlier look out of the measured ones. */
  private void same(String where, ObjectNode measured, JsonNode before, JsonNode found) {
    JsonNode both = measured.remove("sameArnAndStartDate");
    if (both != null || measured.remove("sameArn") != null) {
      for (String arn : new String[] {"mapRunArn", "executionArn"}) {
        values.compare(where + "." + arn, before.path(arn), found.path(arn));
      }
    }
    if (both != null) {
      values.compare(where + ".startDate", before.path("startDate"), found.path("startDate"));
    }
    if (measured.remove("untouched") != null) {
      world.values().compare(where, before, found);
    }
  }

  private void failedAt(String where, String told, JsonNode described) {
    Matcher seconds = SECONDS.matcher(told);
    if (!seconds.find()) {
      throw new UnknownFormException("failedAt tells no seconds: " + told);
    }
    Instant end = world.bindings().at(seconds.group(1));
    Optional<Instant> stopped = Instants.read(described.path("stopDate"));
    if (!stopped.equals(Optional.of(end))) {
      world.findings().differs(where, end.toString(), stopped.toString());
    }
  }

  private void children(String look, JsonNode measured, ChildExecutions children) {
    each(
        measured.path("children"),
        (index, child) -> {
          ObjectNode members = child.deepCopy();
          String where = look + ".children." + index;
          JsonNode found = children.described(index);
          same(where, members, firstChildren.getOrDefault(index, members), found);
          values.compare(where, members, found);
        });
    each(
        measured.path("childOutputs"),
        (index, output) ->
            values.compare(
                look + ".childOutputs." + index, output, children.described(index).path("output")));
    each(
        measured.path("childHistories"),
        (index, child) ->
            history(look + ".childHistories." + index, child, children.described(index)));
    if (measured.has("listExecutionsByMapRun")) {
      children.compareList(
          look + ".listExecutionsByMapRun", measured.get("listExecutionsByMapRun"));
    }
  }

  private interface Check {
    void child(String index, JsonNode measured);
  }

  private static void each(JsonNode children, Check check) {
    for (Iterator<Map.Entry<String, JsonNode>> all = children.fields(); all.hasNext(); ) {
      Map.Entry<String, JsonNode> child = all.next();
      check.child(child.getKey(), child.getValue());
    }
  }

  private void history(String where, JsonNode measured, JsonNode described) {
    UnknownFormException.requireKnown(
        where, measured, Set.of("events", "output", "waitExitedSecondsAfterRedrive"));
    if (measured.has("output")) {
      values.compare(where + ".output", measured.get("output"), described.path("output"));
    }
    if (!measured.has("events")) {
      return;
    }
    JsonNode events = world.calls().history(described.path("executionArn").asText());
    world.histories().inOrderAsFarAsRead(where + ".events", measured.get("events"), events);
    if (measured.has("waitExitedSecondsAfterRedrive")) {
      BigDecimal seconds = measured.get("waitExitedSecondsAfterRedrive").decimalValue();
      Optional<Instant> redriven = instant("ExecutionRedriven", events);
      Optional<Instant> exited = instant("WaitStateExited", events);
      if (!exited.equals(redriven.map(at -> at.plus(Bindings.duration(seconds))))) {
        world.findings().differs(where + ".waitExited", seconds + " s", redriven + " to " + exited);
      }
    }
  }

  private static Optional<Instant> instant(String type, JsonNode events) {
    for (JsonNode event : events) {
      if (event.get("type").asText().equals(type)) {
        return Instants.read(event.get("timestamp"));
      }
    }
    return Optional.empty();
  }
}
