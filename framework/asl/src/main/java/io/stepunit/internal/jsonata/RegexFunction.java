package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression: a function from a text, and the index to begin at, to the first match,
 * which has a function {@code next} to the one behind it.
 */
public final class RegexFunction extends FunctionValue {
  private static final long serialVersionUID = 1L;

  private final Pattern pattern;

  private RegexFunction(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * @param source with slashes and flags
   * @throws PatternSyntaxException if it is no regular expression
   */
  static RegexFunction of(String source) {
    int end = source.lastIndexOf('/');
    String flags = source.substring(end + 1);
    return new RegexFunction(
        RegexSyntax.compile(source.substring(1, end), flags.contains("i"), flags.contains("m")));
  }

  /** A matcher of a text that looks at it within the budget. */
  public Matcher matcher(String text, Budget budget) {
    return pattern.matcher(new BoundedText(text, budget));
  }

  @Override
  public int arity() {
    return 2;
  }

  @Override
  boolean isTrue() {
    return false;
  }

  @Override
  JsonNode apply(
      Evaluation evaluation, JsonNode[] arguments, JsonNode context, @Nullable String calledAs) {
    JsonNode first = arguments.length == 0 ? Values.UNDEFINED : arguments[0];
    String text = text(first, evaluation.budget());
    double from = arguments.length > 1 ? arguments[1].doubleValue() : 0;
    return match(evaluation, text, (int) Math.max(0, from));
  }

  /** A value as JavaScript makes a text of it where it needs one. */
  private static String text(JsonNode value, Budget budget) {
    return switch (value.getNodeType()) {
      case STRING -> value.textValue();
      case NUMBER -> NumberText.of(value);
      case OBJECT -> "[object Object]";
      case ARRAY -> {
        StringJoiner items = new StringJoiner(",");
        for (JsonNode item : value) {
          budget.step();
          items.add(item.isNull() || item == Values.UNDEFINED ? "" : text(item, budget));
        }
        budget.text(items.length());
        yield items.toString();
      }
      default -> JsonText.shown(value);
    };
  }

  private JsonNode match(Evaluation evaluation, String text, int from) {
    Matcher matcher = matcher(text, evaluation.budget());
    if (from > text.length() || !find(matcher, from)) {
      return Values.UNDEFINED;
    }
    ObjectNode match = Values.object();
    match.put("match", matcher.group());
    match.set("start", IntNode.valueOf(matcher.start()));
    match.set("end", IntNode.valueOf(matcher.end()));
    ArrayNode groups = Values.array();
    for (int i = 1; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      groups.add(group == null ? NullNode.getInstance() : Values.text(group));
    }
    match.set("groups", groups);
    match.set("next", new Next(this, text, matcher.end()));
    return match;
  }

  /** Java goes one level deeper for each round of some loops. */
  private static boolean find(Matcher matcher, int from) {
    try {
      return matcher.find(from);
    } catch (StackOverflowError e) {
      throw new LimitExceeded(LimitExceeded.Limit.DEPTH);
    }
  }

  /** Finds the match behind another one. */
  private static final class Next extends FunctionValue {
    private static final long serialVersionUID = 1L;

    private final RegexFunction regex;
    private final String text;
    private final int from;

    Next(RegexFunction regex, String text, int from) {
      this.regex = regex;
      this.text = text;
      this.from = from;
    }

    @Override
    public int arity() {
      return 0;
    }

    @Override
    boolean isTrue() {
      return false;
    }

    @Override
    JsonNode apply(
        Evaluation evaluation, JsonNode[] arguments, JsonNode context, @Nullable String calledAs) {
      if (from >= text.length()) {
        return Values.UNDEFINED;
      }
      JsonNode next = regex.match(evaluation, text, from);
      if (next.path("match").asText("x").isEmpty()) {
        throw new JsonataError("D1004");
      }
      return next;
    }
  }
}
