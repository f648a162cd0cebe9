package io.stepunit.internal.recording;

import io.stepunit.Execution;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.recording.Difference;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares an execution with the recording that it replays. */
public final class ReplayComparison {
  private final RecordedCase recorded;
  private final String machine;
  private final String machineArn;

  /**
   * @param machine the name of the machine that replays it
   */
  public ReplayComparison(RecordedCase recorded, String machine, String machineArn) {
    this.recorded = recorded;
    this.machine = machine;
    this.machineArn = machineArn;
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
  private Set<String> ofRun(Execution execution, List<RecordedEvent> found, List<String> tokens) {
    if (recorded.definition().isPresent()) {
      return Set.of();
    }
    Set<String> words = new TreeSet<>(tokens);
    words.addAll(roles(found));
    words.add(machineArn);
    words.add(execution.arn());
    words.add(execution.name());
    // A bare name is too short a word to look for within texts, but for whole texts in JSON.
    words.add('"' + machine + '"');
    return words;
  }
}
