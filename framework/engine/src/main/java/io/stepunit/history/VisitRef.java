package io.stepunit.history;

import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One visit of one state by one execution: what ties the events of a visit together.
 *
 * <p>Compared by identity.
 */
public final class VisitRef {
  private final State state;
  private final @Nullable VisitRef parent;
  private final int index;

  /**
   * @param state the visited state
   * @param parent the visit of the Parallel or Map around it, null at the top
   * @param index the branch or iteration within the parent, 0-based; -1 at the top
   */
  public VisitRef(State state, @Nullable VisitRef parent, int index) {
    this.state = state;
    this.parent = parent;
    this.index = index;
  }

  /** The visited state. */
  public State state() {
    return state;
  }

  /** The visit of the Parallel or Map around it, null at the top. */
  public @Nullable VisitRef parent() {
    return parent;
  }

  /** The branch or iteration within the parent, 0-based; -1 at the top. */
  public int index() {
    return index;
  }

  /** The state's name with the branches and iterations that lead to it: {@code Lines[3]/Charge}. */
  public String path() {
    return parent == null ? state.name() : parent.path() + "[" + index + "]/" + state.name();
  }

  /** The indexes of the Map iterations around the visit, outermost first, 0-based. */
  public List<Integer> iterations() {
    if (parent == null) {
      return List.of();
    }
    if (parent.state.type() != StateType.MAP) {
      return parent.iterations();
    }
    List<Integer> indexes = new ArrayList<>(parent.iterations());
    indexes.add(index);
    return List.copyOf(indexes);
  }

  @Override
  public String toString() {
    return path();
  }
}
