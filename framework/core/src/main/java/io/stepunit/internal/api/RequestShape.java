package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What the API's model asks of one value of a request. */
sealed interface RequestShape {
  /**
   * Checks a value that is there.
   *
   * @param at where it is, such as {@code encryptionConfiguration.type}
   */
  void check(JsonNode value, String at, Violations violations);

  /** Tells that a required value is not there. */
  default void missing(String at, Violations violations) {
    violations.add("Value null", at, "Member must not be null");
  }

  /** The same value with the model's names for those that a Task writes in Pascal case. */
  default JsonNode named(JsonNode value) {
    return value;
  }

  /** How many characters a text may have, or members a list. */
  record Length(int least, OptionalInt most) {
    private void check(int length, String shown, String at, Violations violations) {
      OptionalInt longest = violations.longest(most);
      if (length < least) {
        violations.add(shown, at, "Member must have length greater than or equal to " + least);
      }
      if (longest.isPresent() && length > longest.getAsInt()) {
        violations.add(
            shown, at, "Member must have length less than or equal to " + longest.getAsInt());
      }
    }
  }

  /**
   * A text. JSON in place of it is taken for its text, whose length the service's own limit checks.
   *
   * @param values the texts allowed; empty for any
   * @param sensitive whether AWS's messages leave the value out
   */
  record Text(Length length, Optional<Pattern> pattern, List<String> values, boolean sensitive)
      implements RequestShape {
    @Override
    public void check(JsonNode value, String at, Violations violations) {
      if (value.isContainerNode()) {
        return;
      }
      String text = value.asText();
      String shown = sensitive ? "Value" : "Value '" + text + "'";
      length.check(text.length(), shown, at, violations);
      if (pattern.isPresent() && !pattern.get().matcher(text).matches()) {
        violations.add(
            shown, at, "Member must satisfy regular expression pattern: " + pattern.get());
      }
      if (!values.isEmpty() && !values.contains(text)) {
        violations.add(shown, at, "Member must satisfy enum value set: " + values);
      }
    }

    @Override
    public void missing(String at, Violations violations) {
      violations.add(sensitive ? "Value" : "Value null", at, "Member must not be null");
    }
  }

  /**
   * A number.
   *
   * @param type what AWS calls it: {@code Integer}
   */
  record Numeric(String type, Optional<BigDecimal> least, Optional<BigDecimal> most)
      implements RequestShape {
    @Override
    public void check(JsonNode value, String at, Violations violations) {
      if (!value.isNumber()) {
        throw Violations.ofType(value, type);
      }
      BigDecimal number = value.decimalValue();
      String shown = "Value '" + value.asText() + "'";
      if (least.isPresent() && number.compareTo(least.get()) < 0) {
        violations.add(shown, at, "Member must have value greater than or equal to " + least.get());
      }
      if (most.isPresent() && number.compareTo(most.get()) > 0) {
        violations.add(shown, at, "Member must have value less than or equal to " + most.get());
      }
    }
  }

  /** True or false. */
  record Flag() implements RequestShape {
    @Override
    public void check(JsonNode value, String at, Violations violations) {
      if (!value.isBoolean()) {
        throw Violations.ofType(value, "Boolean");
      }
    }
  }

  /**
   * A list. AWS counts its members from 1: {@code tags.1.member.key}.
   *
   * @param of the shape of each member
   */
  record Items(Supplier<RequestShape> of, Length length) implements RequestShape {
    @Override
    public void check(JsonNode value, String at, Violations violations) {
      if (!value.isArray()) {
        throw Violations.ofType(value, "List");
      }
      length.check(value.size(), "Value '" + value + "'", at, violations);
      for (int i = 0; i < value.size(); i++) {
        of.get().check(value.get(i), at + "." + (i + 1) + ".member", violations);
      }
    }

    @Override
    public JsonNode named(JsonNode value) {
      if (!value.isArray()) {
        return value;
      }
      ArrayNode items = Json.NODES.arrayNode(value.size());
      value.forEach(item -> items.add(of.get().named(item)));
      return items;
    }
  }

  /** An object; AWS takes no notice of members that it does not know. */
  record Structure(Map<String, Supplier<RequestShape>> members, List<String> required)
      implements RequestShape {
    @Override
    public void check(JsonNode value, String at, Violations violations) {
      if (!value.isObject()) {
        throw Violations.ofType(value, "Object");
      }
      members.forEach(
          (name, shape) -> {
            JsonNode member = value.path(name);
            String where = at.isEmpty() ? name : at + "." + name;
            if (!member.isNull() && !member.isMissingNode()) {
              shape.get().check(member, where, violations);
            } else if (required.contains(name)) {
              shape.get().missing(where, violations);
            }
          });
    }

    @Override
    public JsonNode named(JsonNode value) {
      if (!value.isObject()) {
        return value;
      }
      ObjectNode object = Json.NODES.objectNode();
      value
          .properties()
          .forEach(
              member -> {
                String name = ServiceJson.camel(member.getKey());
                JsonNode given = member.getValue();
                object.set(
                    name, members.containsKey(name) ? members.get(name).get().named(given) : given);
              });
      return object;
    }
  }
}
