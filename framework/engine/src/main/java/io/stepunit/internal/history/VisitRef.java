package io.stepunit.internal.history;

import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visit of one state by one execution: what ties the events of a visit together.
 *
 * <p>Compared by identity.
 *
 * @since 0.1.0
 */
public final class VisitRef {
  private final State state;
  private final @Nullable Around around;

  /**
   * @param state the visited state
   * @param around where in the visit of a Parallel or Map it is, null at the top
   */
  public VisitRef(State state, @Nullable Around around) {
    this.state = state;
    this.around = around;
  }

  /**
   * A branch or an iteration.
   *
   * @param visit the visit of the Parallel or Map
   * @param index which of its branches or iterations it is, 0-based
   */
  public record Around(VisitRef visit, int index) {}

  /** The visited state. */
  public State state() {
    return state;
  }

  /** The branch or iteration that the visit is in, null at the top. */
  public @Nullable Around around() {
    return around;
  }

  /** The state's name with the branches and iterations that lead to it: {@code Lines[3]/Charge}. */
  public String path() {
    return around == null
        ? state.name()
        : around.visit().path() + "[" + around.index() + "]/" + state.name();
  }

  /** The indexes of the Map iterations around the visit, outermost first, 0-based. */
  public List<Integer> iterations() {
    if (around == null) {
      return List.of();
    }
    VisitRef parent = around.visit();
    if (parent.state.type() != StateType.MAP) {
      return parent.iterations();
    }
    List<Integer> indexes = new ArrayList<>(parent.iterations());
    indexes.add(around.index());
    return List.copyOf(indexes);
  }

  @Override
  public String toString() {
    return path();
  }
}
