package io.stepunit.internal.expression.choice;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DecidingValues;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.path.Path;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** All comparison operators of the language by name; a new one is one more entry. */
final class Comparators {
  private static final Map<String, Operator> OPERATORS = operators();

  private Comparators() {}

  static Set<String> names() {
    return OPERATORS.keySet();
  }

  /** The operator of one of the {@link #names}. */
  static Operator get(String name) {
    return Objects.requireNonNull(OPERATORS.get(name), name);
  }

  private static Map<String, Operator> operators() {
    Map<String, Operator> operators = new LinkedHashMap<>();
    addAll(operators, Family.STRING, Relation.values());
    operators.put("StringMatches", Comparators::stringMatches);
    addAll(operators, Family.NUMERIC, Relation.values());
    addAll(operators, Family.BOOLEAN, Relation.EQUALS);
    addAll(operators, Family.TIMESTAMP, Relation.values());
    operators.put("IsNull", Comparators::isNull);
    operators.put("IsPresent", Comparators::isPresent);
    operators.put("IsNumeric", typeTest(ValueKind.NUMBER, JsonNode::isNumber));
    operators.put("IsString", typeTest(ValueKind.TEXT, JsonNode::isTextual));
    operators.put("IsBoolean", typeTest(ValueKind.BOOLEAN, JsonNode::isBoolean));
    operators.put(
        "IsTimestamp", typeTest(ValueKind.TIMESTAMP, value -> Family.timestamp(value).isPresent()));
    return Collections.unmodifiableMap(operators);
  }

  /** Each relation with a constant and, its twin, with the value at a path. */
  private static void addAll(
      Map<String, Operator> operators, Family family, Relation... relations) {
    for (Relation relation : relations) {
      String name = family.prefix() + relation.suffix();
      operators.put(name, (variable, value) -> withConstant(family, relation, variable, value));
      operators.put(
          name + "Path", (variable, value) -> withPath(family, relation, variable, value));
    }
  }

  private static Condition withConstant(
      Family family, Relation relation, Path variable, JsonNode constant) {
    if (!family.isOfJsonType(constant)) {
      throw wrongType(family.jsonType(), constant);
    }
    if (family == Family.TIMESTAMP) {
      Instant instant = Family.timestamp(constant).orElseThrow(() -> noTimestamp(constant));
      return new DataTest(
          variable,
          value -> relation.holds(Family.orderOfTimestamp(value, instant)),
          family.valueKind(),
          () -> family.deciding(constant, relation));
    }
    return new DataTest(
        variable,
        value -> relation.holds(family.order(value, constant)),
        family.valueKind(),
        () -> family.deciding(constant, relation));
  }

  private static Condition withPath(
      Family family, Relation relation, Path variable, JsonNode value) {
    return new PathTest(variable, Path.compile(text(value)), family, relation);
  }

  private static Condition stringMatches(Path variable, JsonNode value) {
    StringPattern pattern = StringPattern.compile(text(value));
    return new DataTest(
        variable,
        found -> found.isTextual() && pattern.matches(found.textValue()),
        ValueKind.TEXT,
        () -> pattern.examples().stream().<JsonNode>map(Json.NODES::textNode).toList());
  }

  private static Operator typeTest(ValueKind kind, Predicate<JsonNode> test) {
    return (variable, value) ->
        new DataTest(
            variable,
            flag(value) ? test : test.negate(),
            ValueKind.ANY,
            () -> DecidingValues.ofTypeTest(kind));
  }

  private static Condition isNull(Path variable, JsonNode value) {
    boolean expected = flag(value);
    return new DataTest(
        variable,
        found -> found.isNull() == expected,
        ValueKind.ANY,
        () -> DecidingValues.around(Json.NODES.nullNode()));
  }

  private static Condition isPresent(Path variable, JsonNode value) {
    return new PresenceTest(variable, flag(value));
  }

  private static boolean flag(JsonNode value) {
    if (!value.isBoolean()) {
      throw wrongType("BOOLEAN", value);
    }
    return value.booleanValue();
  }

  private static String text(JsonNode value) {
    if (!value.isTextual()) {
      throw wrongType("STRING", value);
    }
    return value.textValue();
  }

  private static ExpressionSyntaxException wrongType(String expected, JsonNode found) {
    return new ExpressionSyntaxException(
        "Expected value of type [" + expected + "]", "found " + Json.text(found));
  }

  private static ExpressionSyntaxException noTimestamp(JsonNode found) {
    return new ExpressionSyntaxException(
        "String does not match RFC3339 timestamp",
        "found " + Json.text(found) + "; write it like \"2016-08-18T17:33:00Z\"");
  }
}
