package io.stepunit.benchmarks;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.jsonata.JsonataTemplate;
import io.stepunit.internal.expression.jsonata.StatesVariables;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Usual expressions over an order, and over a long one. The order came as the text of an input, and
 * an earlier state assigned it to the variable {@code $order}.
 */
public enum JsonataCase {
  PATH("$order.customer.address.city"),
  PATH_THROUGH_ARRAY("$order.items.sku"),
  CONCATENATION("$order.customer.name & ' of ' & $order.customer.address.city"),
  ARITHMETIC("($order.limit + 7) * 2 - $order.limit / 4"),
  CONDITION("$order.limit > 10 and $order.customer.name = 'Ada' ? 'near' : 'far'"),
  FILTER("$order.items[price > 10]"),
  OBJECT("{'name': $order.customer.name, 'city': $order.customer.address.city}"),
  SUM_OF_PRODUCTS("$sum($order.items.(price * quantity))"),
  COUNT_OF_FILTER("$count($order.items[price > 10])"),
  MAP_BY_FUNCTION("$map($order.items, function($item) { $item.price * $item.quantity })"),
  PROJECTION("$order.items.{'sku': sku, 'total': price * quantity}"),
  SORT_BY_FUNCTION("$sort($order.items, function($a, $b) { $a.price > $b.price })"),
  ORDER_BY("$order.items^(>price)"),
  GROUP_BY("$order.items{kind: $sum(price)}"),
  JOIN_OF_SPLIT("$join($split($order.text, ','), '-')"),
  MERGE("$merge([$order.customer, {'limit': $order.limit}])"),
  REDUCE("$reduce($order.items.price, function($sum, $price) { $sum + $price })"),
  FILTER_10K("$order.items[price > 10]", 10_000),
  SUM_OF_PRODUCTS_10K("$sum($order.items.(price * quantity))", 10_000),
  MAP_BY_FUNCTION_10K(
      "$map($order.items, function($item) { $item.price * $item.quantity })", 10_000),
  ORDER_BY_10K("$order.items^(>price)", 10_000),
  GROUP_BY_10K("$order.items{kind: $sum(price)}", 10_000),
  RECURSION("($f := function($n) { $n < 2 ? $n : $f($n - 1) + $f($n - 2) }; $f(15))"),
  TAIL_CALLS("($down := function($n) { $n = 0 ? 'done' : $down($n - 1) }; $down(2000))");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int USUAL = 20;

  private final String text;
  private final int items;

  JsonataCase(String text) {
    this(text, USUAL);
  }

  JsonataCase(String text, int items) {
    this.text = text;
    this.items = items;
  }

  String text() {
    return text;
  }

  /** Whether it goes over many items. */
  boolean isLong() {
    return items > USUAL;
  }

  /** Parses and compiles it as loading a definition does. */
  Expr compile() {
    return compile("Output", text);
  }

  private static Expr compile(String field, String text) {
    return JsonataTemplate.compile(
        field,
        JSON.getNodeFactory().textNode("{% " + text + " %}"),
        StatesVariables.INPUT_AND_CONTEXT);
  }

  /** Parses it by the library, without the checks and copies that it could do besides. */
  Jsonata compileByLibrary() {
    Jsonata parsed = Jsonata.jsonata(text);
    parsed.setOutputConvertNulls(false);
    parsed.setValidateInput(false);
    return parsed;
  }

  /** Evaluates it again and again, compiled once. */
  Supplier<JsonNode> evaluation() {
    Expr compiled = compile();
    JsonNode input = Json.parse(order().toString());
    JsonNode empty = Json.NODES.objectNode();
    JsonNode assigned = compile("Assign/order", "$states.input").evaluate(new State(input, empty));
    Scope scope = new State(empty, assigned);
    return () -> compiled.evaluate(scope);
  }

  /** The same by the library, in a frame of its own: the library keeps what it binds elsewhere. */
  Supplier<Object> evaluationByLibrary() {
    Jsonata compiled = compileByLibrary();
    Object order = JSON.convertValue(order(), new TypeReference<>() {});
    return () -> {
      Jsonata.Frame frame = compiled.createFrame();
      frame.bind("order", order);
      return compiled.evaluate(null, frame);
    };
  }

  private JsonNode order() {
    Random random = new Random(20);
    ObjectNode order = JSON.createObjectNode().put("limit", 40).put("text", "a,b,c,d,e,f");
    ObjectNode customer = order.putObject("customer").put("name", "Ada");
    customer.putObject("address").put("city", "Berlin").put("zip", "10115");
    ArrayNode lines = order.putArray("items");
    for (int i = 0; i < items; i++) {
      lines
          .addObject()
          .put("sku", "S-" + i)
          .put("kind", "kind-" + random.nextInt(5))
          .put("price", random.nextInt(1, 80) / 4.0)
          .put("quantity", random.nextInt(1, 9));
    }
    return order;
  }

  /** What a state sees. */
  private record State(JsonNode input, JsonNode order) implements Scope {
    @Override
    public JsonNode context() {
      return Json.NODES.objectNode();
    }

    @Override
    public @Nullable JsonNode variable(String name) {
      return name.equals("order") ? order : null;
    }

    @Override
    public RandomGenerator random() {
      return new Random(0);
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }
  }
}
