package io.stepunit.internal.recording;

import io.stepunit.Execution;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.recording.Difference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares an execution with the recording that it replays. */
public final class ReplayComparison {
  private final RecordedCase recorded;
  private final String machineArn;
  private final Set<Instant> timesOfObjects;

  /**
   * @param machineArn the machine that replays it
   * @param timesOfObjects when the objects in the replay's buckets were stored
   */
  public ReplayComparison(RecordedCase recorded, String machineArn, Set<Instant> timesOfObjects) {
    this.recorded = recorded;
    this.machineArn = machineArn;
    this.timesOfObjects = Set.copyOf(timesOfObjects);
  }

  /**
   * What a replay did differently.
   *
   * @param tokens the task tokens that it made up
   */
  public List<Difference> differences(Execution execution, List<String> tokens) {
    List<RecordedEvent> found =
        AwsChanges.withCutsSorted(
            RecordedEvent.listOf(HistoryJson.tree(execution.events()).path("events")));
    List<RecordedEvent> events = AwsChanges.inTodaysForm(recorded.events(), recorded.recordedOn());
    ValueComparison values =
        new ValueComparison(
            new Placeholders(
                roles(recorded.events()),
                recorded.madeUp(),
                ofRun(execution, found, tokens),
                recorded.order().withoutIds(events),
                recorded.order().withoutIds(found)),
            recorded.replaced());
    List<Difference> differences = recorded.outcome().differences(execution, values);
    if (!events.isEmpty()) {
      HistoryComparison comparison = new HistoryComparison(values);
      recorded.order().compare(comparison, events, found);
      differences.addAll(comparison.differences());
    }
    return differences;
  }

  /** The role of a machine, which its replay does not have. */
  private static Set<String> roles(List<RecordedEvent> events) {
    Set<String> roles = new TreeSet<>();
    if (!events.isEmpty()) {
      roles.add(events.get(0).details().path("roleArn").asText());
    }
    roles.remove("");
    return roles;
  }

  /** A case has placeholders for what AWS made up, a history has AWS's own texts. */
  private RunValues ofRun(Execution execution, List<RecordedEvent> found, List<String> tokens) {
    if (recorded.definition().isPresent()) {
      return RunValues.of(Set.of());
    }
    Map<String, String> ofMachine = MachineOnAws.ofArn(machineArn).words();
    Set<String> words = new TreeSet<>(tokens);
    words.addAll(roles(found));
    words.addAll(ofMachine.values());
    words.add(execution.arn());
    words.add(execution.name());
    return RunValues.of(
        words,
        known(ofMachine),
        RecordedIds.of(recorded.events()),
        timesOfObjects.stream()
            .map(time -> BigDecimal.valueOf(time.toEpochMilli(), 3))
            .collect(Collectors.toSet()));
  }

  /** What the words for the machine stand for, if the recording tells the machine's name. */
  private Map<String, String> known(Map<String, String> ofMachine) {
    Map<String, String> known = new TreeMap<>();
    MachineOnAws.of(recorded.events())
        .map(MachineOnAws::words)
        .ifPresent(onAws -> onAws.forEach((word, text) -> known.put(ofMachine.get(word), text)));
    return known;
  }
}
