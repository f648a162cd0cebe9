package io.stepunit.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * The effect of one Task attempt, as the mock, handler or service knows it. The execution may know
 * otherwise: a reply that gets lost does not undo what was done.
 *
 * @since 0.1.0
 */
public interface TaskEffect {
  /** Whether a call had its effect. */
  enum Outcome {
    /** It returned a result, or accepted a request that is answered by a callback. */
    HAPPENED,
    /** It returned an error. */
    FAILED,
    /** It never answered, so it is unknown. */
    UNKNOWN
  }

  /** Its number among all calls of the test, 1-based. */
  int number();

  /** The state machine's ARN. */
  String machineArn();

  /** The execution's name. */
  String execution();

  /** The execution's ARN. */
  String executionArn();

  /** The state's name. */
  String state();

  /** The state's name with the branches and iterations that lead to it: {@code Lines[3]/Charge}. */
  String path();

  /** The text of the {@code Resource} field: what was called. */
  String resource();

  /** The effective input, a copy. */
  JsonNode input();

  /** The attempt within its visit of the state, 1-based. */
  int attempt();

  /** The virtual time of the call. */
  Instant at();

  /** Whether the call had its effect. */
  Outcome outcome();

  /** Returns whether the call had its effect. */
  default boolean happened() {
    return outcome() == Outcome.HAPPENED;
  }

  /**
   * A value in the effective input, empty if it has none there.
   *
   * @param path {@code $}, or a path that begins with {@code $.} or {@code $[}
   * @throws IllegalArgumentException if the text is no such path
   */
  Optional<JsonNode> inputAt(String path);
}
