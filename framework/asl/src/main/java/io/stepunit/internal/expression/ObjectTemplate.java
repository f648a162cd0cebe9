package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An object with at least one computed part. */
public final class ObjectTemplate implements Expr {
  private final String[] names;
  private final Expr[] values;

  /**
   * @param fields the parts by name, in the order of the result
   */
  public ObjectTemplate(Map<String, Expr> fields) {
    names = fields.keySet().toArray(String[]::new);
    values = fields.values().toArray(Expr[]::new);
  }

  @Override
  public JsonNode evaluate(Scope scope) {
    ObjectNode result = Json.objectNode(names.length);
    for (int i = 0; i < names.length; i++) {
      result.set(names[i], values[i].evaluate(scope));
    }
    return result;
  }

  @Override
  public Stream<Read> reads(ValueKind expected) {
    return IntStream.range(0, names.length).boxed().flatMap(i -> handedOn(names[i], values[i]));
  }

  @Override
  public Wants wants(Scope scope, List<DataPath.Step> inside, Want.Value value) {
    if (inside.isEmpty()) {
      return value instanceof Want.Value.Is is && is.json().isObject()
          ? whole(scope, is.json())
          : Wants.IMPOSSIBLE;
    }
    Optional<String> name = inside.get(0).name();
    int part = name.map(Arrays.asList(names)::indexOf).orElse(-1);
    return part < 0
        ? Wants.IMPOSSIBLE
        : values[part].wants(scope, inside.subList(1, inside.size()), value);
  }

  private Wants whole(Scope scope, JsonNode object) {
    Wants all = Wants.FULFILLED;
    for (int i = 0; i < names.length; i++) {
      JsonNode part = object.get(names[i]);
      if (part != null) {
        all = all.and(values[i].wants(scope, List.of(), new Want.Value.Is(part)));
      }
    }
    return all;
  }

  /** What a part reads; a copied value appears under the part's name. */
  public static Stream<Read> handedOn(String name, Expr part) {
    Optional<DataPath> source = part.source();
    return part.reads(ValueKind.ANY)
        .map(read -> source.filter(read.path()::equals).isPresent() ? read.handedOnAs(name) : read);
  }

  @Override
  public Wants toSucceed(Scope scope) {
    return Parts.toSucceed(values, scope);
  }

  @Override
  public Set<String> variables() {
    return Parts.variables(values);
  }

  @Override
  public List<String> warnings() {
    return Parts.warnings(values);
  }
}
