package io.stepunit.internal.masking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.recording.Masking;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Masks JSON data, also within texts. First it has to see all data, to know what is masked. */
final class DataMasker {
  private final Set<String> fields;
  private final List<Pattern> paths;
  private final KnownValues known = new KnownValues();
  private final TextMasker texts;

  DataMasker(Masking masking) {
    this.fields =
        masking.fields().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    this.paths = masking.paths().stream().map(MaskedPath::pattern).toList();
    this.texts = new TextMasker(masking, known);
  }

  /** Whether data have to be seen before they are masked. */
  boolean hasToSee() {
    return !fields.isEmpty() || !paths.isEmpty();
  }

  boolean isNamed(String field) {
    return fields.contains(field.toLowerCase(Locale.ROOT));
  }

  /**
   * Remembers the values of masked fields.
   *
   * @param named whether the value itself is one
   */
  void see(JsonNode data, boolean named) {
    see(data, "", named);
  }

  private void see(JsonNode value, String path, boolean named) {
    boolean masked = named || isAtPath(path);
    Optional<JsonNode> within = value.isTextual() ? json(value.textValue()) : Optional.empty();
    if (within.isPresent()) {
      see(within.get(), path, masked);
    } else if (value.isObject()) {
      value
          .fields()
          .forEachRemaining(
              member ->
                  see(
                      member.getValue(),
                      path + "/" + member.getKey(),
                      masked || isNamed(member.getKey())));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        see(value.get(i), path + "/" + i, masked);
      }
    } else if (masked && value.isTextual()) {
      known.add(value.textValue());
    } else if (masked && value.isNumber()) {
      known.add(value);
    }
  }

  /** The data masked. */
  JsonNode masked(JsonNode data, boolean named) {
    return masked(data, "", named);
  }

  private JsonNode masked(JsonNode value, String path, boolean named) {
    boolean whole = named || isAtPath(path);
    if (value.isObject()) {
      ObjectNode object = Json.NODES.objectNode();
      value
          .fields()
          .forEachRemaining(
              member ->
                  object.set(
                      texts.within(member.getKey()),
                      masked(
                          member.getValue(),
                          path + "/" + member.getKey(),
                          whole || isNamed(member.getKey()))));
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = Json.NODES.arrayNode();
      for (int i = 0; i < value.size(); i++) {
        array.add(masked(value.get(i), path + "/" + i, whole));
      }
      return array;
    }
    if (value.isTextual()) {
      return Json.NODES.textNode(text(value.textValue(), path, whole));
    }
    return scalar(value, whole);
  }

  private JsonNode scalar(JsonNode value, boolean whole) {
    if (value.isNumber()) {
      String text =
          value.isIntegralNumber() ? value.asText() : value.decimalValue().toPlainString();
      String masked = whole || known.has(value) ? texts.whole(text) : texts.within(text);
      return masked.equals(text) ? value : number(masked);
    }
    return whole && value.isBoolean() ? Json.NODES.booleanNode(false) : value;
  }

  private static JsonNode number(String text) {
    BigDecimal number = new BigDecimal(text);
    return number.scale() > 0
        ? Json.NODES.numberNode(number)
        : Json.NODES.numberNode(number.toBigIntegerExact());
  }

  /** A text with JSON in it is written anew only if something in it is masked. */
  private String text(String text, String path, boolean whole) {
    Optional<JsonNode> within = json(text);
    if (within.isPresent()) {
      JsonNode masked = masked(within.get(), path, whole);
      return masked.equals(within.get()) ? text : Json.text(masked);
    }
    return whole ? texts.whole(text) : texts.within(text);
  }

  /** A text of the machine itself, such as a name or a cause. */
  String text(String text) {
    return text(text, "", false);
  }

  /** Text of JSON, of any kind: an input, an output. */
  String jsonText(String text, boolean named) {
    try {
      JsonNode value = Json.parseData(text);
      JsonNode masked = masked(value, named);
      return masked.equals(value) ? text : Json.text(masked);
    } catch (JsonTextException e) {
      return named ? texts.whole(text) : texts.within(text);
    }
  }

  void seeJsonText(String text, boolean named) {
    try {
      see(Json.parseData(text), named);
    } catch (JsonTextException e) {
      see(Json.NODES.textNode(text), named);
    }
  }

  private static Optional<JsonNode> json(String text) {
    String start = text.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[") && !start.startsWith("\"")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.parseData(text));
    } catch (JsonTextException e) {
      return Optional.empty();
    }
  }

  private boolean isAtPath(String path) {
    return paths.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }
}
