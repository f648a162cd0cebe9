package io.stepunit.benchmarks;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The expressions of W7, parsed once, by the library alone: no engine, no checks, no history. What
 * an expression needs is bound in a frame of its own; the library keeps what it binds elsewhere.
 */
final class JsonataLibrary {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final int STATES = 100;

  private final Jsonata order = parse("$states.input.order");
  private final Jsonata lines = parse("$states.input.lines");
  private final Jsonata sum = parse("$sum($states.input.lines.(price * qty))");
  private final Jsonata total = parse("$total + $states.input.order.qty");

  static Jsonata parse(String expression) {
    Jsonata parsed = Jsonata.jsonata(expression);
    parsed.setOutputConvertNulls(false);
    parsed.setValidateInput(false);
    return parsed;
  }

  /** The output of the last state, as plain Java values. */
  Map<String, Object> run(JsonNode input) {
    Map<String, Object> document = JSON.convertValue(input, OBJECT);
    Object variable = 0;
    for (int step = 1; step <= STATES; step++) {
      Map<String, Object> states = Map.of("input", document);
      Map<String, Object> output = new LinkedHashMap<>();
      output.put("order", evaluate(order, states, variable));
      output.put("lines", evaluate(lines, states, variable));
      output.put("sum", evaluate(sum, states, variable));
      output.put("step", step);
      variable = step == 1 ? variable : evaluate(total, states, variable);
      document = output;
    }
    return document;
  }

  private static Object evaluate(Jsonata expression, Map<String, Object> states, Object variable) {
    Jsonata.Frame frame = expression.createFrame();
    frame.bind("states", (Object) states);
    frame.bind("total", variable);
    return expression.evaluate(null, frame);
  }
}
