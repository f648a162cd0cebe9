package io.stepunit.benchmarks;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The expressions of W9, parsed once, by the library alone: no engine, no checks, no history. */
final class JsonataLibraryOverItems {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final Jsonata doubled =
      JsonataLibrary.parse(
          "$map($states.input.items, function($item) { {'k': $item.k, 'p': $item.p * 2} })");
  private final Jsonata dear =
      JsonataLibrary.parse("$filter($states.input.items, function($item) { $item.p > 5000 })");
  private final Jsonata sums = JsonataLibrary.parse("$states.input.items{k: $sum(p)}");
  private final Jsonata dearest = JsonataLibrary.parse("$states.input.items^(>p)[[0..9]]");

  /** The output of the last state, as plain Java values. */
  Map<String, Object> run(JsonNode input) {
    Map<String, Object> document = JSON.convertValue(input, OBJECT);
    Map<String, Object> kept = items(evaluate(dear, items(evaluate(doubled, document))));
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("sums", evaluate(sums, kept));
    output.put("dearest", evaluate(dearest, kept));
    return output;
  }

  private static Map<String, Object> items(Object items) {
    return Map.of("items", items);
  }

  private static Object evaluate(Jsonata expression, Map<String, Object> document) {
    Jsonata.Frame frame = expression.createFrame();
    frame.bind("states", (Object) Map.of("input", document));
    return expression.evaluate(null, frame);
  }
}
