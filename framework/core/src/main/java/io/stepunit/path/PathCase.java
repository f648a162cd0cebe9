package io.stepunit.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One way through a machine, with the input and the answers of its Tasks that take it. Immutable.
 * StepUnit makes it; nobody else implements it.
 *
 * <pre>{@code
 * @PathTest
 * void money_is_never_lost(PathCase path, TestStateMachine order) {
 *   Execution run = path.run(order);
 *
 *   assertThat(order).holds(after("Charge").eventually("Ship", "Refund"));
 * }
 * }</pre>
 *
 * @since 0.1.0
 * @see MachinePaths
 */
@API(status = API.Status.EXPERIMENTAL)
public interface PathCase {
  /**
   * The path in words: {@code Reserve → Charge ✗ Payment.Declined → Release}. Each path of a
   * machine has another name, and has it again as long as the definition stays the same.
   */
  String name();

  /** The execution's input: a copy. */
  JsonNode input();

  /**
   * The names of the states in the order in which they are entered, those inside of Parallel and
   * inline Map states too.
   */
  List<String> states();

  /**
   * What the Tasks that are called are answered, by their names: each call gets the next answer,
   * and all calls after the last answer get that one again.
   */
  Map<String, List<Reply>> replies();

  /** How the execution ends. */
  ExecutionStatus status();

  /** The source of a test method that runs this path and asserts how it ends. */
  String test();

  /**
   * Prepares a machine for the path, for a test that starts the execution itself: mocks its Tasks,
   * and puts into buckets what Maps in distributed mode read. A mock that the test makes afterwards
   * takes the place of the path's.
   *
   * @throws IllegalArgumentException if the machine has no Task of a name that the path mocks
   */
  void mock(TestStateMachine machine);

  /**
   * Prepares a machine and runs it.
   *
   * @return the execution, which took this path
   * @throws IllegalArgumentException if the machine has no Task of a name that the path mocks
   * @throws AssertionError if the execution took another path: the machine has another definition,
   *     say, or a fault was injected
   */
  Execution run(TestStateMachine machine);

  /** Whether an execution took this path: the same states, errors and Catchers. */
  boolean isTakenBy(Execution execution);

  /**
   * What one call of a Task is answered. One with neither a result nor an error is never answered,
   * so that its time runs out.
   *
   * @param result what the Task returns, or what the callback sends
   * @param error the name of the error
   * @param cause the error's cause
   */
  record Reply(Optional<JsonNode> result, Optional<String> error, Optional<String> cause) {
    /** A copy of the result. */
    @Override
    public Optional<JsonNode> result() {
      return result.map(JsonNode::deepCopy);
    }
  }
}
