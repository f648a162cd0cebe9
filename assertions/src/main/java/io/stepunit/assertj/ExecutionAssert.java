package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.assertj.ShouldBeStartedBy;
import io.stepunit.internal.assertj.ShouldHaveEvents;
import io.stepunit.internal.assertj.ShouldHaveMapRun;
import io.stepunit.internal.assertj.ShouldHavePath;
import io.stepunit.internal.assertj.ShouldHaveVisited;
import io.stepunit.internal.assertj.ShouldMatchHistory;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.model.State;
import io.stepunit.internal.recording.HistoryComparison;
import io.stepunit.recording.Difference;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on an execution: its outcome, path, calls and history.
 *
 * <pre>{@code
 * assertThat(run)
 *     .isSucceeded()
 *     .hasPath("Validate", "Charge", "Ship")
 *     .state("Charge", charge -> charge.hasAttempts(3))
 *     .hasOutputAt("$.paid", true);
 * }</pre>
 *
 * <p>States are named as in the definition; one visit inside of a Map or Parallel by its path, such
 * as {@code Lines[3]/Charge}. A name that the machine does not have fails every assertion, also
 * those that say "never". A failure shows what was found, the state's place in the definition, the
 * timeline around the event that matters, and the seed.
 *
 * @since 0.1.0
 */
public class ExecutionAssert extends AbstractCallsAssert<ExecutionAssert, Execution> {

  /** For soft assertions, which create subclasses; tests call {@code assertThat}. */
  protected ExecutionAssert(@Nullable Execution actual) {
    super(actual, ExecutionAssert.class);
  }

  /**
   * Verifies that the names of all states visited, in the order in which they were entered, are
   * exactly these. The states inside of a Map or Parallel count, in the order in which they were
   * entered.
   */
  public ExecutionAssert hasPath(String... states) {
    Objects.requireNonNull(states, "states");
    isNotNull();
    List<String> expected = List.of(states);
    expected.forEach(this::known);
    if (!actual.path().equals(expected)) {
      throwAssertionError(ShouldHavePath.shouldHavePath(actual, expected));
    }
    return this;
  }

  /**
   * Verifies that a Task of another execution started this one, according to its input: {@code
   * AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID} in its input.
   *
   * <pre>{@code
   * assertThat(child.execution()).isStartedBy(run);
   * }</pre>
   */
  public ExecutionAssert isStartedBy(Execution starter) {
    Objects.requireNonNull(starter, "starter");
    isNotNull();
    if (!actual.startedBy().filter(starter.arn()::equals).isPresent()) {
      throwAssertionError(ShouldBeStartedBy.shouldBeStartedBy(actual, starter));
    }
    return this;
  }

  /**
   * Verifies that a Map in distributed mode ran exactly once, and its run satisfies what the lambda
   * asserts.
   *
   * <pre>{@code
   * assertThat(run).mapRun("Import", rows -> rows.isSucceeded().hasFailedItems(2));
   * }</pre>
   *
   * @param state the Map's name
   */
  public ExecutionAssert mapRun(String state, Consumer<MapRunAssert> requirements) {
    Objects.requireNonNull(requirements, "requirements");
    Objects.requireNonNull(state, "state");
    isNotNull();
    known(state);
    List<MapRun> ofState =
        actual.mapRuns().stream().filter(run -> run.state().equals(state)).toList();
    if (ofState.size() != 1) {
      throwAssertionError(ShouldHaveMapRun.shouldHaveMapRun(actual, state, ofState));
    }
    requirements.accept(new MapRunAssert(ofState.get(0)));
    return this;
  }

  /**
   * Verifies that these states were visited in this order; others may have been visited in between.
   */
  public ExecutionAssert visitedInOrder(String... states) {
    Objects.requireNonNull(states, "states");
    isNotNull();
    List<String> expected = List.of(states);
    expected.forEach(this::known);
    int matched = 0;
    for (String state : actual.path()) {
      matched += matched < expected.size() && expected.get(matched).equals(state) ? 1 : 0;
    }
    if (matched < expected.size()) {
      throwAssertionError(ShouldHavePath.shouldHavePathInOrder(actual, expected, matched));
    }
    return this;
  }

  /** Verifies that each of these states was visited at least once. */
  public ExecutionAssert visited(String... states) {
    Objects.requireNonNull(states, "states");
    isNotNull();
    for (String name : states) {
      State state = known(name);
      if (actual.visits(name).isEmpty()) {
        throwAssertionError(ShouldHaveVisited.shouldHaveVisited(actual, name, state));
      }
    }
    return this;
  }

  /** Verifies that none of these states was visited. */
  public ExecutionAssert neverVisited(String... states) {
    Objects.requireNonNull(states, "states");
    isNotNull();
    for (String name : states) {
      known(name);
      List<StateVisit> visits = actual.visits(name);
      if (!visits.isEmpty()) {
        throwAssertionError(ShouldHaveVisited.shouldNotHaveVisited(actual, visits));
      }
    }
    return this;
  }

  /** Verifies that the state was visited this many times. */
  public ExecutionAssert visited(String state, int count) {
    Objects.requireNonNull(state, "state");
    isNotNull();
    State known = known(state);
    List<StateVisit> visits = actual.visits(state);
    if (visits.size() != count) {
      throwAssertionError(ShouldHaveVisited.shouldHaveVisits(actual, state, known, count, visits));
    }
    return this;
  }

  /**
   * Verifies that the one visit of the state satisfies what the lambda asserts. A state that was
   * visited more than once needs {@link #visit} or {@link #eachVisit}.
   *
   * <pre>{@code
   * assertThat(run).state("Charge", charge -> charge.hasAttempts(3).hasRetryDelays(ofSeconds(2), ofSeconds(4)));
   * }</pre>
   *
   * @param state the state's name, or the path of a visit ({@code Lines[3]/Charge})
   */
  public ExecutionAssert state(String state, Consumer<StateVisitAssert> requirements) {
    Objects.requireNonNull(requirements, "requirements");
    Objects.requireNonNull(state, "state");
    List<StateVisit> visits = someVisits(state);
    if (visits.size() > 1) {
      throwAssertionError(ShouldHaveVisited.shouldHaveOneVisit(actual, state, visits));
    }
    requirements.accept(assertion(visits.get(0)));
    return this;
  }

  /**
   * Verifies that one of several visits of the state satisfies what the lambda asserts.
   *
   * @param number 1-based, in the order in which they were entered
   */
  public ExecutionAssert visit(String state, int number, Consumer<StateVisitAssert> requirements) {
    Objects.requireNonNull(requirements, "requirements");
    Objects.requireNonNull(state, "state");
    isNotNull();
    State known = known(state);
    List<StateVisit> visits = actual.visits(state);
    if (number < 1) {
      throw new IllegalArgumentException("Visits count from 1, but the number is " + number);
    }
    if (number > visits.size()) {
      throwAssertionError(ShouldHaveVisited.shouldHaveVisit(actual, state, known, number, visits));
    }
    requirements.accept(assertion(visits.get(number - 1)));
    return this;
  }

  /** Verifies that the state was visited, and each visit satisfies what the lambda asserts. */
  public ExecutionAssert eachVisit(String state, Consumer<StateVisitAssert> requirements) {
    Objects.requireNonNull(requirements, "requirements");
    Objects.requireNonNull(state, "state");
    someVisits(state).forEach(visit -> requirements.accept(assertion(visit)));
    return this;
  }

  /**
   * Verifies that the history has events of these types in this order; others may come in between.
   */
  public ExecutionAssert hasEventsInOrder(EventType... types) {
    Objects.requireNonNull(types, "types");
    isNotNull();
    List<EventType> expected = List.of(types);
    int matched = 0;
    Optional<HistoryEvent> last = Optional.empty();
    for (HistoryEvent event : actual.events()) {
      if (matched < expected.size() && event.type() == expected.get(matched)) {
        matched++;
        last = Optional.of(event);
      }
    }
    if (matched < expected.size()) {
      throwAssertionError(ShouldHaveEvents.shouldHaveEvents(actual, expected, matched, last));
    }
    return this;
  }

  /**
   * Verifies that the history is the recorded one: the same events with the same types, ids,
   * previous ids and details. Timestamps do not count, nor do roles, credentials, the region,
   * aliases and versions of the machine, and the marks of truncation. Inputs, outputs and
   * parameters compare as JSON values.
   *
   * <p>The order of events counts. Where branches or iterations run at the same time, AWS
   * interleaves them by chance; a recording of such a machine is better replayed and compared
   * branch by branch, by {@link io.stepunit.Recording}.
   *
   * @param resourceOrFile a file as {@code aws stepfunctions get-execution-history --output json}
   *     writes it, on the class path or in the file system
   * @throws IllegalArgumentException if there is no such file or it holds no history
   */
  public ExecutionAssert matchesHistory(String resourceOrFile) {
    Objects.requireNonNull(resourceOrFile, "resourceOrFile");
    isNotNull();
    return matches(HistoryFile.read(resourceOrFile), resourceOrFile, false);
  }

  /** Like {@link #matchesHistory(String)}, from a file. */
  public ExecutionAssert matchesHistory(Path file) {
    Objects.requireNonNull(file, "file");
    isNotNull();
    return matches(HistoryFile.read(file), String.valueOf(file.getFileName()), false);
  }

  /**
   * Like {@link #matchesHistory(String)}, and the timestamps are the same instants: for histories
   * that were recorded in virtual time.
   */
  public ExecutionAssert matchesHistoryAndTimestamps(String resourceOrFile) {
    Objects.requireNonNull(resourceOrFile, "resourceOrFile");
    isNotNull();
    return matches(HistoryFile.read(resourceOrFile), resourceOrFile, true);
  }

  /** Like {@link #matchesHistoryAndTimestamps(String)}, from a file. */
  public ExecutionAssert matchesHistoryAndTimestamps(Path file) {
    Objects.requireNonNull(file, "file");
    isNotNull();
    return matches(HistoryFile.read(file), String.valueOf(file.getFileName()), true);
  }

  private ExecutionAssert matches(JsonNode recorded, String name, boolean timestamps) {
    JsonNode found = HistoryJson.tree(actual.events());
    List<Difference> differences = HistoryComparison.ofSame(recorded, found, timestamps);
    if (!differences.isEmpty()) {
      throwAssertionError(
          ShouldMatchHistory.shouldMatchHistory(
              actual,
              name,
              differences.get(0),
              HistoryComparison.labels(recorded),
              HistoryComparison.labels(found)));
    }
    return this;
  }

  private List<StateVisit> someVisits(String name) {
    visited(name);
    return actual.visits(name);
  }

  private StateVisitAssert assertion(StateVisit visit) {
    return new StateVisitAssert(visit, Optional.of(actual)).as(descriptionText());
  }
}
