package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * Sorts as JSONata does: stable, and it ends also if the comparison contradicts itself, which a
 * function of the user's may.
 */
public final class MergeSort {
  private final IsAfter isAfter;
  private final Budget budget;

  private MergeSort(IsAfter isAfter, Budget budget) {
    this.isAfter = isAfter;
    this.budget = budget;
  }

  /** Whether the item at one index comes after the item at another, later one. */
  @FunctionalInterface
  public interface IsAfter {
    boolean test(int left, int right);
  }

  /** A new array, which is no sequence. */
  public static ArrayNode sorted(ArrayNode items, IsAfter isAfter, Budget budget) {
    int[] order = new int[items.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    new MergeSort(isAfter, budget).sort(order, new int[order.length], 0, order.length);
    ArrayNode sorted = Values.array(order.length);
    for (int index : order) {
      sorted.add(items.get(index));
    }
    return sorted;
  }

  private void sort(int[] order, int[] merged, int from, int to) {
    if (to - from <= 1) {
      return;
    }
    int middle = from + (to - from) / 2;
    sort(order, merged, from, middle);
    sort(order, merged, middle, to);
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      budget.step();
      boolean takesRight = left == middle || right < to && isAfter.test(order[left], order[right]);
      merged[i] = takesRight ? order[right++] : order[left++];
    }
    System.arraycopy(merged, from, order, from, to - from);
  }
}
