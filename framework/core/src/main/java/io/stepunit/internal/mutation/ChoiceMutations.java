package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.coverage.Keys;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonPointers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Mistakes in the rules of Choice states. */
final class ChoiceMutations implements Mutations {
  private static final String CHOICES = "Choices";
  private static final String CONDITION = "Condition";
  private static final String DEFAULT = "Default";
  private static final Pattern JSONATA = Pattern.compile("\\{%(.*)%}", Pattern.DOTALL);
  private static final Pattern EQUALS =
      Pattern.compile("\\s*([^=<>!()]+?)\\s*=\\s*(\"[^\"]*\"|'[^']*'|-?\\d+)\\s*");
  private static final List<String> EQUAL_BY =
      List.of("StringEquals", "NumericEquals", "BooleanEquals", "TimestampEquals");
  private static final Map<String, String> COMBINED = Map.of("And", "Or", "Or", "And");

  @Override
  public void in(Place place) {
    JsonNode rules = place.field(CHOICES);
    for (int i = 0; i < rules.size(); i++) {
      String at = place.at(CHOICES, i);
      if (!isLikeDefault(place, i)) {
        place.drop(MutationOperator.DROP_RULE, at, at + Keys.TRUE);
      }
      condition(place, rules.get(i), at);
      if (i + 1 < rules.size() && hasOrder(rules.get(i), rules.get(i + 1))) {
        place.add(
            MutationOperator.SWAP_RULES,
            place.at(CHOICES),
            Optional.of(HandlerMutations.swapped(rules, i)),
            at + Keys.TRUE,
            "%s: [%s] and [%s] change places".formatted(place.words(place.at(CHOICES)), i, i + 1));
      }
    }
    if (place.json().has(DEFAULT)) {
      place.drop(MutationOperator.DROP_DEFAULT, place.at(DEFAULT), place.at(DEFAULT));
    }
  }

  /** Whether without the last rule {@code Default} does the same. */
  private static boolean isLikeDefault(Place place, int index) {
    JsonNode rule = place.field(CHOICES).get(index);
    return index == place.field(CHOICES).size() - 1
        && rule.path("Next").equals(place.field(DEFAULT))
        && !rule.has("Assign")
        && !rule.has("Output")
        && !place.json().has("Assign")
        && !place.json().has("Output");
  }

  private static boolean hasOrder(JsonNode rule, JsonNode next) {
    return !isSameWay(rule, next) && !excludeEachOther(rule, next);
  }

  private static boolean isSameWay(JsonNode rule, JsonNode next) {
    return Stream.of("Next", "Assign", "Output")
        .allMatch(field -> rule.path(field).equals(next.path(field)));
  }

  /** Both hold a value to constants that differ. */
  private static boolean excludeEachOther(JsonNode rule, JsonNode next) {
    for (String operator : EQUAL_BY) {
      if (rule.has(operator) && next.has(operator)) {
        return rule.path("Variable").equals(next.path("Variable"))
            && !rule.path(operator).equals(next.path(operator));
      }
    }
    Matcher one = equality(rule);
    Matcher two = equality(next);
    return one.matches()
        && two.matches()
        && one.group(1).equals(two.group(1))
        && !unquoted(one.group(2)).equals(unquoted(two.group(2)));
  }

  private static Matcher equality(JsonNode rule) {
    Matcher expression = JSONATA.matcher(rule.path(CONDITION).asText());
    return EQUALS.matcher(expression.matches() ? expression.group(1) : "");
  }

  private static String unquoted(String constant) {
    return constant.replace('\'', '"');
  }

  private static void condition(Place place, JsonNode rule, String at) {
    Matcher expression = JSONATA.matcher(rule.path(CONDITION).asText());
    if (expression.matches()) {
      place.change(
          MutationOperator.NEGATE_CONDITION,
          JsonPointers.child(at, CONDITION),
          Json.NODES.textNode("{% $not(" + expression.group(1).strip() + ") %}"));
    } else if (rule.path(CONDITION).isBoolean()) {
      place.change(
          MutationOperator.NEGATE_CONDITION,
          JsonPointers.child(at, CONDITION),
          Json.NODES.booleanNode(!rule.path(CONDITION).booleanValue()));
    } else {
      comparisons(place, rule, at);
    }
  }

  private static void comparisons(Place place, JsonNode rule, String at) {
    if (rule.has("Not")) {
      comparisons(place, rule.path("Not"), JsonPointers.child(at, "Not"));
      return;
    }
    for (Map.Entry<String, JsonNode> member : rule.properties()) {
      String other = COMBINED.get(member.getKey());
      if (other != null) {
        combined(place, rule, member, other, at);
        return;
      }
    }
    comparison(place, rule, at);
  }

  private static void combined(
      Place place, JsonNode rule, Map.Entry<String, JsonNode> member, String other, String at) {
    if (member.getValue().size() > 1) {
      renamed(MutationOperator.SWAP_AND_OR, place, rule, member.getKey(), other, at);
    }
    for (int i = 0; i < member.getValue().size(); i++) {
      comparisons(
          place,
          member.getValue().get(i),
          JsonPointers.child(JsonPointers.child(at, member.getKey()), i));
    }
  }

  private static void comparison(Place place, JsonNode rule, String at) {
    for (Map.Entry<String, JsonNode> member : rule.properties()) {
      String name = member.getKey();
      if (name.startsWith("Is") && member.getValue().isBoolean()) {
        place.change(
            MutationOperator.NEGATE_CONDITION,
            JsonPointers.child(at, name),
            Json.NODES.booleanNode(!member.getValue().booleanValue()));
        return;
      }
      Optional<String> shifted = shifted(name);
      shifted.ifPresent(
          other -> renamed(MutationOperator.SHIFT_COMPARISON, place, rule, name, other, at));
    }
    place.add(
        MutationOperator.NEGATE_CONDITION,
        at,
        Optional.of(negated(rule)),
        place.pointer(),
        place.words(at) + ": the condition is negated");
  }

  /** {@code NumericLessThanPath} includes its bound as {@code NumericLessThanEqualsPath}. */
  private static Optional<String> shifted(String comparator) {
    String path = comparator.endsWith("Path") ? "Path" : "";
    String plain = comparator.substring(0, comparator.length() - path.length());
    if (plain.endsWith("ThanEquals")) {
      return Optional.of(plain.substring(0, plain.length() - "Equals".length()) + path);
    }
    return plain.endsWith("Than") ? Optional.of(plain + "Equals" + path) : Optional.empty();
  }

  private static void renamed(
      MutationOperator operator, Place place, JsonNode rule, String name, String other, String at) {
    ObjectNode changed = Json.NODES.objectNode();
    rule.properties()
        .forEach(
            member ->
                changed.set(
                    member.getKey().equals(name) ? other : member.getKey(),
                    member.getValue().deepCopy()));
    place.add(
        operator,
        at,
        Optional.of(changed),
        place.pointer(),
        "%s: %s became %s".formatted(place.words(at), name, other));
  }

  /** What a rule does stays outside of its negation. */
  private static ObjectNode negated(JsonNode rule) {
    ObjectNode inner = Json.NODES.objectNode();
    ObjectNode outer = Json.NODES.objectNode();
    rule.properties()
        .forEach(
            member ->
                (isOfRule(member.getKey()) ? outer : inner)
                    .set(member.getKey(), member.getValue().deepCopy()));
    outer.set("Not", inner);
    return outer;
  }

  private static boolean isOfRule(String member) {
    return switch (member) {
      case "Next", "Assign", "Output", "Comment" -> true;
      default -> false;
    };
  }
}
