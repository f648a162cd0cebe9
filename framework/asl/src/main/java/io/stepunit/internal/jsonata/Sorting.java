package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ^(term, >term)}. */
final class Sorting {
  private static final String VALUE = "@";

  private final Code[] terms;
  private final boolean[] descending;
  private final int position;

  Sorting(Code[] terms, List<Boolean> descending, int position) {
    this.terms = terms;
    this.descending = new boolean[terms.length];
    for (int i = 0; i < terms.length; i++) {
      this.descending[i] = descending.get(i);
    }
    this.position = position;
  }

  /** The items in order; the very array if it has no more than one. */
  ArrayNode apply(Evaluation evaluation, ArrayNode items, Frame frame) {
    if (items.size() <= 1) {
      return items;
    }
    Keys keys = new Keys(evaluation, items, frame);
    return MergeSort.sorted(items, keys::isAfter, evaluation.budget());
  }

  /** The values of the terms for each item, evaluated when they are first compared. */
  private final class Keys {
    private final Evaluation evaluation;
    private final ArrayNode items;
    private final Frame frame;
    private final boolean tuples;
    private final @Nullable JsonNode[] known;

    /** The known keys that are numbers; what is none is anything else. */
    private final double[] numbers;

    Keys(Evaluation evaluation, ArrayNode items, Frame frame) {
      this.evaluation = evaluation;
      this.items = items;
      this.frame = frame;
      tuples = Sequence.isTuples(items);
      known = new JsonNode[items.size() * terms.length];
      numbers = new double[known.length];
      Arrays.fill(numbers, Double.NaN);
    }

    boolean isAfter(int left, int right) {
      int order = 0;
      for (int term = 0; order == 0 && term < terms.length; term++) {
        order = order(left, right, term);
      }
      return order > 0;
    }

    private int order(int left, int right, int term) {
      double a = numbers[left * terms.length + term];
      double b = numbers[right * terms.length + term];
      if (Double.isNaN(a) || Double.isNaN(b)) {
        return compared(key(left, term), key(right, term), descending[term]);
      }
      int order = a < b ? -1 : a > b ? 1 : 0;
      return descending[term] ? -order : order;
    }

    private JsonNode key(int item, int term) {
      int place = item * terms.length + term;
      JsonNode key = known[place];
      if (key == null) {
        key = evaluated(items.get(item), terms[term]);
        known[place] = key;
        numbers[place] = key.isNumber() ? key.doubleValue() : Double.NaN;
      }
      return key;
    }

    private JsonNode evaluated(JsonNode item, Code term) {
      return tuples
          ? term.run(evaluation, item.path(VALUE), Frame.of(frame, (ObjectNode) item))
          : term.run(evaluation, item, frame);
    }
  }

  /** Undefined comes last, whichever way the term goes. */
  private int compared(JsonNode a, JsonNode b, boolean down) {
    if (a == Values.UNDEFINED || b == Values.UNDEFINED) {
      return a != b ? (a == Values.UNDEFINED ? 1 : -1) : 0;
    }
    boolean known = a.isNumber() || a.isTextual();
    if (!known || !b.isNumber() && !b.isTextual()) {
      throw new JsonataError("T2008").with("value", known ? b : a).at(position);
    }
    if (a.isNumber() != b.isNumber()) {
      throw new JsonataError("T2007").with("value", a).with("value2", b).at(position);
    }
    int order =
        a.isNumber() ? numbers(a, b) : Integer.signum(a.textValue().compareTo(b.textValue()));
    return down ? -order : order;
  }

  /** What is no number is greater than any, as JavaScript takes it. */
  private static int numbers(JsonNode a, JsonNode b) {
    double x = a.doubleValue();
    double y = b.doubleValue();
    return x == y ? 0 : x < y ? -1 : 1;
  }
}
