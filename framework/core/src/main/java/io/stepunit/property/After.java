package io.stepunit.property;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The first half of a property of what has to follow.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class After {
  private final String state;

  After(String state) {
    this.state = state;
  }

  /**
   * Each time that the state happens, one of these happens later in the same execution; within a
   * Map, in the same iteration, where both are in it.
   *
   * <p>A Task that is made to fail each time, by a fault of the search or of the test, counts when
   * it is called: no machine could do more.
   *
   * @param states at least one; each is enough
   * @throws IllegalArgumentException if there is none
   */
  public Property eventually(String... states) {
    return Property.of(new AfterRule(state, Never.named(states, "eventually")));
  }

  @Override
  public String toString() {
    return "after(" + Property.literals(List.of(state)) + ")";
  }
}
