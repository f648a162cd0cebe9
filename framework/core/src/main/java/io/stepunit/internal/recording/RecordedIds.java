package io.stepunit.internal.recording;

import io.stepunit.internal.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ids of a recording, which are UUIDs and the names of Map Runs: those that the execution made
 * up, and those that it was given, in its input or by a Task.
 */
final class RecordedIds {
  static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Of an ARN {@code …:mapRun:MACHINE/LABEL:ID}. */
  private static final Pattern NAMES_OF_MAP_RUN = Pattern.compile(".*:mapRun:[^/]*/(.*):(.*)");

  private static final Pattern GIVEN =
      Pattern.compile(
          "ExecutionStarted|TaskSubmitted"
              + "|(Task|LambdaFunction|Activity)(Succeeded|(Schedule|Start|Submit)?Failed)");

  private final Set<String> all = new HashSet<>();
  private final Set<String> madeUp = new HashSet<>();

  private RecordedIds() {}

  /** The ids in a history: each is of the kind as which it comes first. */
  static RecordedIds of(List<RecordedEvent> history) {
    RecordedIds ids = new RecordedIds();
    for (RecordedEvent event : history) {
      boolean isGiven = GIVEN.matcher(event.type()).matches();
      for (String id : in(event)) {
        if (ids.all.add(id) && !isGiven) {
          ids.madeUp.add(id);
        }
      }
    }
    return ids;
  }

  private static Set<String> in(RecordedEvent event) {
    String text = event.details().isMissingNode() ? "" : Json.text(event.details());
    Stream<String> uuids = UUID.matcher(text).results().map(MatchResult::group);
    Stream<String> names =
        NAMES_OF_MAP_RUN
            .matcher(event.details().path("mapRunArn").asText())
            .results()
            .flatMap(arn -> Stream.of(arn.group(1), arn.group(2)));
    return Stream.concat(uuids, names).collect(Collectors.toSet());
  }

  boolean has(String id) {
    return all.contains(id);
  }

  boolean hasMadeUp(String id) {
    return madeUp.contains(id);
  }
}
