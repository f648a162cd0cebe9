package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What placeholders stand for in one run of a case: {@code ${executionArn}} and the like, values
 * that AWS made up, and instants told in seconds after the start.
 */
final class Bindings {
  private static final Pattern NAMED = Pattern.compile("\\$\\{(\\w+)}");

  private final Instant start;
  private final Map<String, String> named = new LinkedHashMap<>();
  private final Map<String, JsonNode> madeUp = new LinkedHashMap<>();

  Bindings(Instant start) {
    this.start = start;
  }

  void bind(String name, String value) {
    named.put(name, value);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(named.get(name));
  }

  /** The value that stands for a placeholder such as {@code <created>}; empty if it is unbound. */
  Optional<JsonNode> madeUp(String placeholder) {
    return Optional.ofNullable(madeUp.get(placeholder));
  }

  void bindMadeUp(String placeholder, JsonNode value) {
    madeUp.put(placeholder, value);
  }

  /** An instant so many seconds after the start. */
  Instant at(String seconds) {
    return start.plus(duration(new BigDecimal(seconds)));
  }

  static Duration duration(BigDecimal seconds) {
    return Duration.ofMillis(seconds.movePointRight(3).longValueExact());
  }

  /** A text with its bound {@code ${names}} filled in. */
  String filled(String text) {
    Matcher names = NAMED.matcher(text);
    return withinText(
        names.replaceAll(
            name -> Matcher.quoteReplacement(named.getOrDefault(name.group(1), name.group()))));
  }

  /** A text with the texts that AWS made up filled in; one that is a placeholder stays as it is. */
  private String withinText(String text) {
    String filled = text;
    for (Map.Entry<String, JsonNode> value : madeUp.entrySet()) {
      if (value.getValue().isTextual() && !text.equals(value.getKey())) {
        filled = filled.replace(value.getKey(), value.getValue().textValue());
      }
    }
    return filled;
  }

  /** A request with all its placeholders filled in. */
  JsonNode filled(JsonNode json) {
    return mapped(json, text -> madeUp.getOrDefault(text, Json.NODES.textNode(filled(text))));
  }

  private static JsonNode mapped(JsonNode json, Function<String, JsonNode> texts) {
    if (json.isTextual()) {
      return texts.apply(json.textValue());
    }
    if (json.isObject()) {
      ObjectNode object = Json.NODES.objectNode();
      json.fields().forEachRemaining(m -> object.set(m.getKey(), mapped(m.getValue(), texts)));
      return object;
    }
    if (json.isArray()) {
      ArrayNode array = Json.NODES.arrayNode();
      json.forEach(item -> array.add(mapped(item, texts)));
      return array;
    }
    return json;
  }
}
