package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
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

  /** What a part reads; a copied value appears under the part's name. */
  public static Stream<Read> handedOn(String name, Expr part) {
    Optional<DataPath> source = part.source();
    return part.reads(ValueKind.ANY)
        .map(read -> source.filter(read.path()::equals).isPresent() ? read.handedOnAs(name) : read);
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
