package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of a block, a call or a step, inside those around it. */
final class Frame {
  private static final int FEW = 4;

  private final @Nullable Frame outer;
  private String[] names;
  private JsonNode[] values;
  private int size;

  Frame(@Nullable Frame outer) {
    this.outer = outer;
    names = NamesHolder.NONE;
    values = NamesHolder.NO_VALUES;
  }

  /**
   * The parameters of a call; those without an argument are undefined.
   *
   * @param arguments of this call only
   */
  Frame(@Nullable Frame outer, String[] parameters, JsonNode[] arguments) {
    this.outer = outer;
    names = parameters;
    values =
        arguments.length >= parameters.length
            ? arguments
            : Arrays.copyOf(arguments, parameters.length);
    for (int i = arguments.length; i < values.length; i++) {
      values[i] = Values.UNDEFINED;
    }
    size = parameters.length;
  }

  /** The names that a tuple binds. */
  static Frame of(Frame outer, ObjectNode tuple) {
    Frame frame = new Frame(outer);
    Iterator<Map.Entry<String, JsonNode>> members = tuple.fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      frame.add(member.getKey(), member.getValue());
    }
    return frame;
  }

  void bind(String name, JsonNode value) {
    for (int i = size - 1; i >= 0; i--) {
      if (names[i].equals(name)) {
        values[i] = value;
        return;
      }
    }
    add(name, value);
  }

  private void add(String name, JsonNode value) {
    if (size == names.length) {
      int room = Math.max(FEW, size * 2);
      names = Arrays.copyOf(names, room);
      values = Arrays.copyOf(values, room);
    }
    names[size] = name;
    values[size++] = value;
  }

  /** The value that a name has here or around; null if it is bound nowhere. */
  @Nullable JsonNode lookup(String name) {
    for (Frame frame = this; frame != null; frame = frame.outer) {
      for (int i = frame.size - 1; i >= 0; i--) {
        if (frame.names[i].equals(name)) {
          return frame.values[i];
        }
      }
    }
    return null;
  }

  private static final class NamesHolder {
    static final String[] NONE = {};
    static final JsonNode[] NO_VALUES = {};
  }
}
