package io.stepunit.internal.expression.path;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bare words in filters, {@code [?(@.name == Total)]}: AWS takes them for texts, as definitions in
 * use show; json-path has done so long ago and today wants quotes.
 */
final class BareWords {
  /** A quoted text, which is left alone, or a comparison (group 1) with a word (group 2). */
  private static final Pattern OPERAND =
      Pattern.compile(
          "'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\""
              + "|((?:[=!<>]=|[<>])\\s*)([A-Za-z_][\\w-]*)");

  private static final Set<String> KEYWORDS = Set.of("true", "false", "null");

  private BareWords() {}

  /** The path with its bare words in quotes. */
  static String quoteIn(String path) {
    return OPERAND
        .matcher(path)
        .replaceAll(
            operand -> {
              String word = operand.group(2);
              boolean bare = word != null && !KEYWORDS.contains(word);
              return Matcher.quoteReplacement(
                  bare ? operand.group(1) + "'" + word + "'" : operand.group());
            });
  }
}
