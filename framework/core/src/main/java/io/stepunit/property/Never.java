package io.stepunit.property;

import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * The first half of a property of what has to come before, or must not.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Never {
  private final String state;

  Never(String state) {
    this.state = state;
  }

  /**
   * Each time that the state happens, one of these has happened before in the same execution;
   * within a Map, in the same iteration, where both are in it.
   *
   * @param states at least one; each is enough
   * @throws IllegalArgumentException if there is none
   */
  public Property without(String... states) {
    return Property.of(new NeverRule(state, named(states, "without"), true));
  }

  /**
   * The state does not happen once one of these has happened in the same execution; within a Map,
   * in the same iteration, where both are in it.
   *
   * @param states at least one
   * @throws IllegalArgumentException if there is none
   */
  public Property after(String... states) {
    return Property.of(new NeverRule(state, named(states, "after"), false));
  }

  static List<String> named(String[] states, String method) {
    Objects.requireNonNull(states, "states");
    if (states.length == 0) {
      throw new IllegalArgumentException(method + "(…) names no state; expected one at least.");
    }
    return List.of(states);
  }

  @Override
  public String toString() {
    return "never(" + Property.literals(List.of(state)) + ")";
  }
}
