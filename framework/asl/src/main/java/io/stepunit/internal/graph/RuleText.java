package io.stepunit.internal.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A rule of a Choice state in one line: {@code $.total > 100 and $.country = "CH"}. */
final class RuleText {
  private static final Pattern COMPARISON =
      Pattern.compile("(?:String|Numeric|Boolean|Timestamp)(.+?)(Path)?");

  private static final Map<String, String> SIGNS =
      Map.of(
          "Equals", "=",
          "LessThan", "<",
          "LessThanEquals", "≤",
          "GreaterThan", ">",
          "GreaterThanEquals", "≥",
          "Matches", "matches");

  /** Fields of a rule that compare nothing. */
  private static final List<String> OTHERS =
      List.of("Variable", "Next", "Comment", "Assign", "Output");

  private RuleText() {}

  static String of(JsonNode rule) {
    if (rule.has("Condition")) {
      return condition(rule.path("Condition"));
    }
    if (rule.has("And")) {
      return joined(rule.path("And"), " and ");
    }
    if (rule.has("Or")) {
      return joined(rule.path("Or"), " or ");
    }
    if (rule.has("Not")) {
      return "not " + inner(rule.path("Not"));
    }
    return comparison(rule);
  }

  /** What stands between the delimiters of an expression. */
  private static String condition(JsonNode condition) {
    String text = condition.asText().strip();
    return text.startsWith("{%") && text.endsWith("%}")
        ? text.substring(2, text.length() - 2).strip()
        : text;
  }

  private static String joined(JsonNode rules, String word) {
    return StreamSupport.stream(rules.spliterator(), false)
        .map(RuleText::inner)
        .collect(Collectors.joining(word));
  }

  private static String inner(JsonNode rule) {
    return rule.has("And") || rule.has("Or") ? "(" + of(rule) + ")" : of(rule);
  }

  private static String comparison(JsonNode rule) {
    String variable = rule.path("Variable").asText();
    for (Map.Entry<String, JsonNode> field : rule.properties()) {
      if (!OTHERS.contains(field.getKey())) {
        return variable + " " + comparison(field.getKey(), field.getValue());
      }
    }
    return variable;
  }

  private static String comparison(String operator, JsonNode value) {
    Matcher comparison = COMPARISON.matcher(operator);
    if (comparison.matches()) {
      String sign = SIGNS.getOrDefault(comparison.group(1), comparison.group(1));
      String right = comparison.group(2) == null ? Json.text(value) : value.asText();
      return sign + " " + right;
    }
    // IsNull, IsPresent and the like.
    String what = operator.startsWith("Is") ? operator.substring(2) : operator;
    return (value.asBoolean() ? "is " : "is not ") + lowerCase(what);
  }

  private static String lowerCase(String word) {
    return word.isEmpty() ? word : Character.toLowerCase(word.charAt(0)) + word.substring(1);
  }
}
