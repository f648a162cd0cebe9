package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.stream.Stream;

/**
 * Values of other shapes, where an expression fails with all that it reads: what its functions need
 * of the parts of a value, their signatures do not tell.
 */
final class Shapes {
  private static final JsonNode TEXT = Json.NODES.textNode("text");
  private static final JsonNode NUMBER = Json.NODES.numberNode(1);
  private static final JsonNode TEXTS = Json.NODES.objectNode().set("text", TEXT);
  private static final List<JsonNode> OBJECTS =
      List.of(TEXTS, Json.NODES.objectNode().set("number", NUMBER), Json.NODES.objectNode());
  private static final List<JsonNode> ARRAYS = List.of(list(TEXT), list(NUMBER), list(TEXTS));
  private static final List<JsonNode> ANY = List.of(TEXT, NUMBER, TEXTS, list(TEXT), list(NUMBER));

  private Shapes() {}

  private static JsonNode list(JsonNode item) {
    return Json.NODES.arrayNode().add(item);
  }

  /** Another shape of one of the values that are read of a document, or of variables. */
  static Wants others(Stream<Read> reads, Scope scope, DataPath.Source document) {
    return reads
        .filter(
            read ->
                read.path().source() == document
                    || read.path().source() == DataPath.Source.VARIABLE)
        .map(read -> others(read, scope))
        .reduce(Wants.IMPOSSIBLE, Wants::or);
  }

  private static Wants others(Read read, Scope scope) {
    List<JsonNode> shapes =
        switch (read.kind()) {
          case OBJECT -> OBJECTS;
          case ARRAY -> ARRAYS;
          case ANY -> ANY;
          case TEXT, NUMBER, BOOLEAN, TIMESTAMP, JSON_TEXT -> List.of();
        };
    JsonNode now = Repairs.find(read.path(), scope, false).orElse(Json.NODES.nullNode());
    return shapes.stream()
        .filter(shape -> !shape.equals(now))
        .map(shape -> Wants.of(Want.is(read.path(), shape)))
        .reduce(Wants.IMPOSSIBLE, Wants::or);
  }
}
