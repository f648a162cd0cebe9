package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.jsonata.Budget;
import io.stepunit.internal.jsonata.Values;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that is equal to others as JSONata sees it, for sets of values. */
final class ByValue {
  private final JsonNode value;
  private final int hash;

  private ByValue(JsonNode value, int hash) {
    this.value = value;
    this.hash = hash;
  }

  static ByValue of(JsonNode value, Budget budget) {
    return new ByValue(value, hash(value, budget));
  }

  /** Numbers by what they are worth, objects whatever the order of their names. */
  private static int hash(JsonNode value, Budget budget) {
    budget.step();
    return switch (value.getNodeType()) {
      case NUMBER -> Double.hashCode(value.doubleValue() + 0.0);
      case STRING -> value.textValue().hashCode();
      case ARRAY -> {
        int hash = 1;
        for (JsonNode item : value) {
          hash = 31 * hash + hash(item, budget);
        }
        yield hash;
      }
      case OBJECT -> {
        int hash = 0;
        Iterator<Map.Entry<String, JsonNode>> members = value.fields();
        while (members.hasNext()) {
          Map.Entry<String, JsonNode> member = members.next();
          hash += member.getKey().hashCode() ^ 31 * hash(member.getValue(), budget);
        }
        yield hash;
      }
      case BOOLEAN -> Boolean.hashCode(value.booleanValue());
      default -> value.getNodeType().ordinal();
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ByValue that && hash == that.hash && Values.areEqual(value, that.value);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
