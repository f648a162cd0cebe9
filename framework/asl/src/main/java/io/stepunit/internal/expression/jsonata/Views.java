package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON trees as the library wants to see its data: maps and lists that read the tree behind. */
final class Views {
  private Views() {}

  static Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> new ObjectView(node);
      case ARRAY -> new ArrayView(node);
      case STRING -> node.textValue();
      case NUMBER -> number(node);
      case BOOLEAN -> node.booleanValue();
      default -> Jsonata.NULL_VALUE;
    };
  }

  private static Number number(JsonNode node) {
    if (node.isInt()) {
      return node.intValue();
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      long value = node.longValue();
      return value == (int) value ? (Number) (int) value : (Number) value;
    }
    return Numbers.plain(node.doubleValue());
  }

  /** A view of a tree. */
  interface View {
    JsonNode node();
  }

  private static final class ArrayView extends AbstractList<Object> implements RandomAccess, View {
    private final JsonNode node;

    ArrayView(JsonNode node) {
      this.node = node;
    }

    @Override
    public JsonNode node() {
      return node;
    }

    @Override
    public Object get(int index) {
      JsonNode item = node.get(index);
      if (item == null) {
        throw new IndexOutOfBoundsException(index);
      }
      return of(item);
    }

    @Override
    public int size() {
      return node.size();
    }
  }

  private static final class ObjectView extends AbstractMap<String, Object> implements View {
    private final JsonNode node;

    ObjectView(JsonNode node) {
      this.node = node;
    }

    @Override
    public JsonNode node() {
      return node;
    }

    @Override
    public int size() {
      return node.size();
    }

    @Override
    public boolean containsKey(Object key) {
      return key instanceof String name && node.has(name);
    }

    @Override
    public @Nullable Object get(Object key) {
      JsonNode value = key instanceof String name ? node.get(name) : null;
      return value == null ? null : of(value);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
      return new Entries(node);
    }
  }

  private static final class Entries extends AbstractSet<Map.Entry<String, Object>> {
    private final JsonNode node;

    Entries(JsonNode node) {
      this.node = node;
    }

    @Override
    public int size() {
      return node.size();
    }

    @Override
    public Iterator<Map.Entry<String, Object>> iterator() {
      Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return fields.hasNext();
        }

        @Override
        public Map.Entry<String, Object> next() {
          Map.Entry<String, JsonNode> field = fields.next();
          return Map.entry(field.getKey(), of(field.getValue()));
        }
      };
    }
  }
}
