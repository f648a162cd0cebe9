package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonPointers;
import io.stepunit.internal.jsonata.TextPart;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other operators, numbers and booleans in the JSONata expressions of a state. */
final class JsonataMutations implements Mutations {
  /** They hold states of their own, or nothing that is evaluated. */
  private static final Set<String> NO_EXPRESSIONS =
      Set.of("Branches", "ItemProcessor", "Iterator", "Comment", "Next", "Type", "Resource");

  private static final Pattern EXPRESSION = Pattern.compile("(\\{%)(.*)%}", Pattern.DOTALL);

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("=", "!="),
          Map.entry("!=", "="),
          Map.entry("<", "<="),
          Map.entry("<=", "<"),
          Map.entry(">", ">="),
          Map.entry(">=", ">"),
          Map.entry("and", "or"),
          Map.entry("or", "and"),
          Map.entry("+", "-"),
          Map.entry("-", "+"),
          Map.entry("*", "/"),
          Map.entry("/", "*"));

  @Override
  public void in(Place place) {
    if (place.isJsonata()) {
      members(place, place.json(), place.pointer());
    }
  }

  private static void members(Place place, JsonNode object, String at) {
    object
        .properties()
        .forEach(
            member -> {
              if (!NO_EXPRESSIONS.contains(member.getKey()) || !at.equals(place.pointer())) {
                value(place, member.getValue(), JsonPointers.child(at, member.getKey()));
              }
            });
  }

  private static void value(Place place, JsonNode value, String at) {
    if (value.isObject()) {
      members(place, value, at);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      value(place, value.get(i), JsonPointers.child(at, i));
    }
    Matcher expression = EXPRESSION.matcher(value.asText());
    if (expression.matches()) {
      for (TextPart part : TextPart.of(expression.group(2))) {
        int start = expression.start(2) + part.start();
        other(part).ifPresent(other -> change(place, value.asText(), at, part, start, other));
      }
    }
  }

  private static void change(
      Place place, String text, String at, TextPart part, int start, String other) {
    place.add(
        MutationOperator.CHANGE_EXPRESSION,
        at,
        Optional.of(
            Json.NODES.textNode(
                text.substring(0, start) + other + text.substring(start + part.text().length()))),
        place.pointer(),
        "%s: %s became %s in %s"
            .formatted(
                place.words(at), part.text(), other, ShownValue.of(Json.NODES.textNode(text))));
  }

  private static Optional<String> other(TextPart part) {
    return switch (part.kind()) {
      case OPERATOR -> Optional.ofNullable(OTHERS.get(part.text()));
      case BOOLEAN -> Optional.of(part.text().equals("true") ? "false" : "true");
      case NUMBER -> Optional.of(new BigDecimal(part.text()).add(BigDecimal.ONE).toString());
    };
  }
}
