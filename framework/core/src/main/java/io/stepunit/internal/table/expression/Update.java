package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.AttributeValue.Attributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An UpdateExpression. All values are those from before the update, whatever the order of its
 * actions.
 */
public final class Update {
  private final List<UpdateAction> inOrder;
  private final List<DocumentPath> paths;

  Update(List<UpdateAction> actions) {
    this.paths = actions.stream().map(UpdateAction::path).toList();
    this.inOrder = new ArrayList<>(actions);
    inOrder.sort(Comparator.comparingInt(Update::order));
  }

  /** No change. */
  public static Update none() {
    return new Update(List.of());
  }

  /**
   * Indexes mean elements as they were: what is removed from a list is removed last, and its end
   * first; what is set past the end is appended in the order of the indexes.
   */
  private static int order(UpdateAction action) {
    int index = action.path().lastIndex().orElse(0);
    return action instanceof UpdateAction.Remove ? Integer.MAX_VALUE - index : index;
  }

  /** What it changes. */
  public List<DocumentPath> paths() {
    return paths;
  }

  /** The item after the update. */
  public Attributes apply(Attributes before) {
    Attributes item = before;
    for (UpdateAction action : inOrder) {
      item = action.apply(item, before);
    }
    return item;
  }

  /** What of an item the update changes, as it is before. */
  public Attributes changedPartBefore(Attributes item) {
    return Projection.of(paths).of(item);
  }

  /** What of an item the update has changed; what was removed has left nothing to tell. */
  public Attributes changedPartAfter(Attributes item) {
    return Projection.of(
            inOrder.stream()
                .filter(action -> !(action instanceof UpdateAction.Remove))
                .map(UpdateAction::path)
                .toList())
        .of(item);
  }
}
