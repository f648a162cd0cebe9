package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An array with at least one computed item. */
public final class ArrayTemplate implements Expr {
  private final Expr[] items;

  /**
   * @param items the items in their order
   */
  public ArrayTemplate(List<Expr> items) {
    this.items = items.toArray(Expr[]::new);
  }

  @Override
  public JsonNode evaluate(Scope scope) {
    ArrayNode result = Json.NODES.arrayNode(items.length);
    for (Expr item : items) {
      result.add(item.evaluate(scope));
    }
    return result;
  }

  @Override
  public Stream<Read> reads(ValueKind expected) {
    return Arrays.stream(items).flatMap(item -> item.reads(ValueKind.ANY));
  }

  @Override
  public Wants wants(Scope scope, List<DataPath.Step> inside, Want.Value value) {
    if (inside.isEmpty()) {
      return Wants.IMPOSSIBLE;
    }
    int item = inside.get(0) instanceof DataPath.Step.Item at ? at.index() : 0;
    return item < 0 || item >= items.length
        ? Wants.IMPOSSIBLE
        : items[item].wants(scope, inside.subList(1, inside.size()), value);
  }

  @Override
  public Wants toSucceed(Scope scope) {
    return Parts.toSucceed(items, scope);
  }

  @Override
  public Set<String> variables() {
    return Parts.variables(items);
  }

  @Override
  public List<String> warnings() {
    return Parts.warnings(items);
  }
}
