package io.stepunit.internal.engine.maprun;

import io.stepunit.internal.bucket.Buckets;
import io.stepunit.internal.engine.map.ItemReaderException;
import io.stepunit.internal.engine.map.Items;
import io.stepunit.internal.engine.maprun.ChildInputs.ChildInput;
import io.stepunit.internal.engine.maprun.KeptChildren.Child;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.MapRunPlan.Batching;
import io.stepunit.internal.expression.EvaluationException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a Map Run still has to run: children to redrive, then pending items. */
final class Backlog {
  private final MapRunPlan plan;
  private final Deque<Child> toRedrive = new ArrayDeque<>();
  private @Nullable ChildInputs inputs;

  /** How many of the inputs were made before the redrive. */
  private int madeBefore;

  Backlog(MapRunPlan plan, int madeBefore) {
    this.plan = plan;
    this.madeBefore = madeBefore;
  }

  /** Children that had ended are to run again, before anything else. */
  void redrive(List<Child> children) {
    toRedrive.addAll(children);
  }

  /**
   * Reads all items once, so that what is wrong with them shows before anything has run.
   *
   * @throws ItemReaderException if they cannot be read
   */
  Size open(Buckets buckets) {
    int items;
    try (Items all = plan.source().open(buckets)) {
      items = all.count();
    }
    Size size = new Size(items, children(items, buckets));
    inputs = new ChildInputs(plan.source().open(buckets), plan);
    return size;
  }

  /**
   * How much there is.
   *
   * @param children how many child executions the items make
   */
  record Size(int items, int children) {}

  private int children(int items, Buckets buckets) {
    if (plan.batching().isEmpty()) {
      return items;
    }
    Batching batching = plan.batching().get();
    if (batching.maxInputBytes().isEmpty()) {
      long most = batching.maxItems().orElse(Long.MAX_VALUE);
      return (int) (items / most) + (items % most == 0 ? 0 : 1);
    }
    ChildInputs all = new ChildInputs(plan.source().open(buckets), plan);
    int count = 0;
    try {
      while (all.next() != null) {
        count++;
      }
    } catch (EvaluationException e) {
      // The item fails the Map when it is reached; until then it counts for one more child.
      count++;
    } finally {
      all.close();
    }
    return count;
  }

  /** The next child to redrive, null if there is none left. */
  @Nullable Child nextToRedrive() {
    return toRedrive.poll();
  }

  /**
   * What the next new child is started with, null after the last.
   *
   * @throws EvaluationException if it cannot be made
   */
  @Nullable ChildInput nextInput() {
    ChildInputs all = inputs;
    if (all == null) {
      return null;
    }
    for (; madeBefore > 0; madeBefore--) {
      all.next();
    }
    return all.next();
  }

  /** The lowest index of a child to redrive; very high if there is none left. */
  int lowestToRedrive() {
    Child first = toRedrive.peek();
    return first == null ? Integer.MAX_VALUE : first.input().index();
  }

  void close() {
    if (inputs != null) {
      inputs.close();
      inputs = null;
    }
  }
}
