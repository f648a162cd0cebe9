package io.stepunit.internal.table.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code #names} and {@code :values} stand for in the expressions of one request. Each has to
 * be used.
 */
public final class Placeholders {
  private static final String NAMES = "ExpressionAttributeNames";
  private static final String VALUES = "ExpressionAttributeValues";
  private static final Pattern NAME = Pattern.compile("#[A-Za-z0-9_]+");
  private static final Pattern VALUE = Pattern.compile(":[A-Za-z0-9_]+");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();
  private final TreeSet<String> unused = new TreeSet<>();

  /**
   * The placeholders of a request.
   *
   * @throws TableException {@code ValidationException} if one is written wrong, or its value
   */
  public Placeholders(JsonNode request) {
    readNames(request.path(NAMES));
    readValues(request.path(VALUES));
    unused.addAll(names.keySet());
    unused.addAll(values.keySet());
  }

  private void readNames(JsonNode json) {
    requireNotEmpty(json, NAMES);
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      requireKey(NAME, entry.getKey(), NAMES);
      names.put(entry.getKey(), entry.getValue().asText());
    }
  }

  private void readValues(JsonNode json) {
    requireNotEmpty(json, VALUES);
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      requireKey(VALUE, entry.getKey(), VALUES);
      try {
        values.put(entry.getKey(), ValueReader.value(entry.getValue()));
      } catch (TableException e) {
        throw TableException.invalid(
            "%s contains invalid value: %s for key %s"
                .formatted(VALUES, e.reason(), entry.getKey()));
      }
    }
  }

  private static void requireNotEmpty(JsonNode json, String member) {
    if (json.isObject() && json.isEmpty()) {
      throw TableException.invalid(member + " must not be empty");
    }
  }

  private static void requireKey(Pattern form, String key, String member) {
    if (!form.matcher(key).matches()) {
      throw TableException.invalid(
          "%s contains invalid key: Syntax error; key: \"%s\"".formatted(member, key));
    }
  }

  Optional<String> name(String placeholder) {
    unused.remove(placeholder);
    return Optional.ofNullable(names.get(placeholder));
  }

  Optional<AttributeValue> value(String placeholder) {
    unused.remove(placeholder);
    return Optional.ofNullable(values.get(placeholder));
  }

  /**
   * Refuses placeholders where there is no expression to use them.
   *
   * @param valued the members that could hold values, for the message
   */
  public void requireNone(String... valued) {
    if (!names.isEmpty()) {
      throw TableException.invalid(NAMES + " can only be specified when using expressions");
    }
    if (!values.isEmpty()) {
      throw TableException.invalid(
          "%s can only be specified when using expressions: %s %s null"
              .formatted(VALUES, String.join(" and ", valued), valued.length == 1 ? "is" : "are"));
    }
  }

  /**
   * Refuses placeholders that no expression uses.
   *
   * @throws TableException {@code ValidationException} if there are any
   */
  public void requireAllUsed() {
    requireUsed(values.keySet(), VALUES);
    requireUsed(names.keySet(), NAMES);
  }

  private void requireUsed(Collection<String> all, String member) {
    String left = unused.stream().filter(all::contains).collect(Collectors.joining(", ", "{", "}"));
    if (left.length() > 2) {
      throw TableException.invalid(
          "Value provided in %s unused in expressions: keys: %s".formatted(member, left));
    }
  }
}
