package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * An array that knows where it came from. A query makes a sequence: of one item it is that item, of
 * none it is undefined, unless it was told to stay an array. A constructed array is not flattened
 * into the sequence that it becomes an item of.
 */
@SuppressWarnings("unchecked") // Jackson narrows the type of deepCopy()
public final class Sequence extends ArrayNode {
  private static final long serialVersionUID = 1L;

  private final List<JsonNode> items;
  private boolean constructed;
  private boolean keepsSingleton;
  private boolean tuples;
  private boolean wrapper;

  public Sequence() {
    this(new ArrayList<>());
  }

  /** One with room for so many items. */
  public Sequence(int items) {
    this(new ArrayList<>(items));
  }

  private Sequence(List<JsonNode> items) {
    super(Json.NODES, items);
    this.items = items;
  }

  /** A sequence of one item. */
  public static Sequence of(JsonNode item) {
    Sequence sequence = new Sequence(new ArrayList<>(2));
    sequence.add(item);
    return sequence;
  }

  /** An array as it is written in an expression: no sequence, but one that stays whole. */
  static Sequence constructed(List<JsonNode> items) {
    Sequence array = new Sequence(items);
    array.constructed = true;
    return array;
  }

  /** A sequence whose items are objects of names: what each step of a path has bound. */
  static Sequence ofTuples() {
    Sequence sequence = new Sequence();
    sequence.tuples = true;
    return sequence;
  }

  /** The sequence of an array that is the whole context. */
  static Sequence wrapping(JsonNode array) {
    Sequence sequence = of(array);
    sequence.wrapper = true;
    return sequence;
  }

  /** Whether an array is a sequence, and collapses to its only item. */
  public static boolean is(JsonNode value) {
    return value instanceof Sequence sequence && !sequence.constructed;
  }

  static boolean isConstructed(JsonNode value) {
    return value instanceof Sequence sequence && sequence.constructed;
  }

  static boolean isTuples(JsonNode value) {
    return value instanceof Sequence sequence && sequence.tuples;
  }

  static boolean isWrapper(JsonNode value) {
    return value instanceof Sequence sequence && sequence.wrapper;
  }

  /** The same items as an array like any other, which nobody may change from now on. */
  public ArrayNode array() {
    return Json.arrayNode(items);
  }

  /** Keeps it an array also if it has one item. */
  void keepSingleton() {
    keepsSingleton = true;
  }

  /** The sequence as the value that it stands for. */
  JsonNode collapsed() {
    if (constructed || tuples) {
      return this;
    }
    return switch (size()) {
      case 0 -> Values.UNDEFINED;
      case 1 -> keepsSingleton ? this : get(0);
      default -> this;
    };
  }
}
