package io.stepunit.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.json.Json;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryComparisonTest {
  private final HistoryComparison comparison =
      new HistoryComparison(
          new ValueComparison(
              new Placeholders(List.of(), List.of(), List.of()), ReplacedFields.NONE));

  /** A line an event: {@code id previous Type name-or-index}; id 0 is an erased one. */
  private static List<RecordedEvent> history(String lines) {
    var events = Json.NODES.arrayNode();
    for (String line : lines.strip().split("\n")) {
      String[] words = line.strip().split(" +");
      var event = Json.NODES.objectNode();
      event.put("id", Long.parseLong(words[0]));
      event.put("previousEventId", Long.parseLong(words[1]));
      event.put("type", words[2]);
      if (words.length > 3) {
        var details = event.putObject(field(words[2]) + "EventDetails");
        details.put(words[2].equals("EvaluationFailed") ? "state" : "name", words[3]);
        if (words.length > 4) {
          details.put("index", Integer.parseInt(words[4]));
        }
      }
      events.add(event);
    }
    return RecordedEvent.listOf(events);
  }

  private static String field(String type) {
    return type.endsWith("StateEntered") ? "stateEntered" : "of" + type;
  }

  @Test
  void without_ids_the_events_of_branches_are_a_multiset() {
    List<RecordedEvent> recorded =
        history(
            """
            1 0 ExecutionStarted
            2 0 ParallelStateEntered P
            3 2 ParallelStateStarted
            0 0 PassStateEntered B
            0 0 PassStateEntered A
            7 5 ParallelStateExited P
            """);
    List<RecordedEvent> found =
        history(
            """
            1 0 ExecutionStarted
            2 0 ParallelStateEntered P
            3 2 ParallelStateStarted
            4 3 PassStateEntered A
            5 3 PassStateEntered B
            6 5 ParallelStateSucceeded
            7 5 ParallelStateExited P
            """);

    new ErasedIds().compare(comparison, recorded, found);

    assertThat(comparison.differences()).isEmpty();
  }

  @Test
  void without_ids_an_event_too_many_and_one_too_few_are_found() {
    List<RecordedEvent> recorded =
        history("1 0 ExecutionStarted\n0 0 PassStateEntered B\n3 2 ExecutionSucceeded");
    List<RecordedEvent> found =
        history("1 0 ExecutionStarted\n2 0 PassStateEntered A\n3 2 ExecutionSucceeded");

    new ErasedIds().compare(comparison, recorded, found);

    assertThat(comparison.differences())
        .extracting(Difference::label)
        .containsExactly("PassStateEntered B", "PassStateEntered A");
  }

  @Test
  void without_ids_the_ids_after_the_branches_count() {
    List<RecordedEvent> recorded =
        history("1 0 ExecutionStarted\n0 0 PassStateEntered A\n3 1 ExecutionSucceeded");
    List<RecordedEvent> found =
        history("1 0 ExecutionStarted\n2 0 PassStateEntered A\n3 2 ExecutionSucceeded");

    new ErasedIds().compare(comparison, recorded, found);

    assertThat(comparison.differences()).extracting(Difference::level).containsExactly(Level.IDS);
  }

  @Test
  void an_evaluation_failure_of_2024_may_point_where_its_state_was_entered_from() {
    String today = "1 0 ExecutionStarted\n2 0 PassStateEntered A\n3 2 EvaluationFailed A";
    String older = "1 0 ExecutionStarted\n2 0 PassStateEntered A\n3 0 EvaluationFailed A";

    assertThat(AwsChanges.inTodaysForm(history(older), Optional.of(LocalDate.of(2024, 11, 4))))
        .isEqualTo(history(today));
    assertThat(AwsChanges.inTodaysForm(history(older), Optional.of(LocalDate.of(2026, 9, 1))))
        .isEqualTo(history(older));
  }

  @Test
  void the_exit_of_a_distributed_map_followed_its_run_until_2024() {
    String older =
        """
        4 3 MapRunStarted
        5 4 MapRunSucceeded
        6 5 MapStateSucceeded
        7 5 MapStateExited M
        """;

    List<RecordedEvent> events =
        AwsChanges.inTodaysForm(history(older), Optional.of(LocalDate.of(2024, 8, 1)));

    assertThat(events.get(3).previous()).isEqualTo(4);
    assertThat(events.get(2).previous()).isEqualTo(5);
  }

  @Test
  void the_order_of_what_a_failure_cuts_off_does_not_count_but_its_chain_does() {
    String then =
        """
        7 6 MapIterationFailed M 1
        8 6 TaskStateAborted
        9 6 MapIterationAborted M 0
        10 6 MapStateFailed
        """;
    String now =
        """
        7 6 MapIterationAborted M 0
        8 6 TaskStateAborted
        9 6 MapIterationFailed M 1
        10 6 MapStateFailed
        """;
    String broken = now.replace("8 6", "8 7");

    comparison.inOrder(
        AwsChanges.withCutsSorted(history(then)), AwsChanges.withCutsSorted(history(now)));
    assertThat(comparison.differences()).isEmpty();

    comparison.inOrder(
        AwsChanges.withCutsSorted(history(then)), AwsChanges.withCutsSorted(history(broken)));
    assertThat(comparison.differences()).isNotEmpty();
  }

  @Test
  void threads_follow_the_chain_through_nested_maps_that_run_one_item_at_a_time() {
    List<RecordedEvent> nested =
        history(
            """
            1 0 ExecutionStarted
            2 0 MapStateEntered Outer
            3 2 MapStateStarted
            4 3 MapIterationStarted Outer 0
            5 4 MapStateEntered Inner
            6 5 MapStateStarted
            7 6 MapIterationStarted Inner 0
            8 7 PassStateEntered A
            9 8 PassStateExited A
            10 9 MapIterationSucceeded Inner 0
            11 9 MapIterationStarted Inner 1
            12 11 PassStateEntered A
            13 12 PassStateExited A
            14 13 MapIterationSucceeded Inner 1
            15 13 MapStateSucceeded
            16 13 MapStateExited Inner
            17 16 MapIterationSucceeded Outer 0
            18 16 MapStateSucceeded
            19 16 MapStateExited Outer
            20 19 ExecutionSucceeded
            """);

    HistoryBranches branches = HistoryBranches.of(nested);

    List<List<Long>> ids = new ArrayList<>();
    branches.all().values().forEach(t -> ids.add(t.events().stream().map(e -> e.id()).toList()));
    assertThat(ids)
        .containsExactly(
            List.of(1L, 2L, 3L, 18L, 19L, 20L),
            List.of(4L, 5L, 6L, 15L, 16L, 17L),
            List.of(7L, 8L, 9L, 10L),
            List.of(11L, 12L, 13L, 14L));
    assertThat(branches.branchAt(nested.get(11)).iterations()).containsExactly(0, 1);
  }

  @Test
  void how_far_an_iteration_came_before_it_was_cut_off_does_not_count() {
    String both =
        """
        1 0 ExecutionStarted
        2 0 ParallelStateEntered P
        3 2 ParallelStateStarted
        4 3 WaitStateEntered W
        5 3 MapStateEntered M
        6 5 MapStateStarted
        7 6 MapIterationStarted M 0
        8 7 PassStateEntered A
        9 8 PassStateExited A
        """;
    String joined = "10 9 MapStateSucceeded\n11 9 MapStateExited M\n";
    String end = "12 4 ExecutionFailed\n";

    comparison.byBranch(
        history(both + "10 9 MapIterationSucceeded M 0\n" + end), history(both + end));
    assertThat(comparison.differences()).isEmpty();

    comparison.byBranch(
        history(both + "13 9 MapIterationSucceeded M 0\n" + joined + end),
        history(both + joined + end));
    assertThat(comparison.differences())
        .extracting(Difference::label)
        .containsExactly("MapIterationSucceeded M[0]");
  }
}
