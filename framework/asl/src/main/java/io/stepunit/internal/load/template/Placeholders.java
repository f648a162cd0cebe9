package io.stepunit.internal.load.template;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code ${…}} in texts, and the {@code #{…}} of a plugin of the Serverless Framework. */
final class Placeholders {
  /** Neither a line's end nor a brace can be part of a name. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^{}\\r\\n]+)}");

  private static final Pattern HASHED = Pattern.compile("#\\{([^{}\\r\\n]+)}");

  private Placeholders() {}

  static String of(String name) {
    return "${" + name.replace("${", "").replace("}", "") + "}";
  }

  static boolean in(String text) {
    return text.contains("${") && PLACEHOLDER.matcher(text).find();
  }

  /** The first placeholder's name, or nothing. */
  static Optional<String> first(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * Replaces placeholders.
   *
   * @param value what a name stands for; empty leaves the placeholder as it is
   */
  static PlacedText replace(PlacedText text, Function<String, Optional<PlacedText>> value) {
    return in(text.text()) ? replace(text, PLACEHOLDER, value) : text;
  }

  /** Replaces {@code #{name}} everywhere. */
  static PlacedText replaceHashed(PlacedText text, Function<String, PlacedText> value) {
    return text.text().contains("#{")
        ? replace(text, HASHED, name -> Optional.of(value.apply(name)))
        : text;
  }

  private static PlacedText replace(
      PlacedText text, Pattern pattern, Function<String, Optional<PlacedText>> value) {
    PlacedText.Builder replaced = new PlacedText.Builder(text.file());
    Matcher matcher = pattern.matcher(text.text());
    int copied = 0;
    while (matcher.find()) {
      Optional<PlacedText> found = value.apply(matcher.group(1).strip());
      if (found.isPresent()) {
        replaced.append(text, copied, matcher.start());
        replaced.append(found.get().text(), text, matcher.start());
        copied = matcher.end();
      }
    }
    return replaced.append(text, copied, text.length()).build();
  }

  /** The same for a text whose characters' places nobody asks for. */
  static String replace(String text, Function<String, Optional<String>> value) {
    return in(text)
        ? PLACEHOLDER
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(
                        value.apply(match.group(1).strip()).orElse(match.group())))
        : text;
  }

  /** Replaces {@code #{name}} everywhere, in a text whose characters' places nobody asks for. */
  static String replaceHashed(String text, UnaryOperator<String> value) {
    return text.contains("#{")
        ? HASHED
            .matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1).strip())))
        : text;
  }

  /**
   * Puts placeholders of a JSON text that stand where a value is expected into quotes: {@code
   * "Seconds": ${Wait}}.
   */
  static PlacedText quoteBare(PlacedText json) {
    if (!in(json.text())) {
      return json;
    }
    PlacedText.Builder quoted = new PlacedText.Builder(json.file());
    String text = json.text();
    Matcher matcher = PLACEHOLDER.matcher(text);
    boolean inString = false;
    int i = 0;
    while (i < text.length()) {
      char here = text.charAt(i);
      if (!inString && here == '$' && matcher.region(i, text.length()).lookingAt()) {
        quoted.append("\"" + matcher.group() + "\"", json, i);
        i = matcher.end();
        continue;
      }
      int length = inString && here == '\\' && i + 1 < text.length() ? 2 : 1;
      inString ^= here == '"';
      quoted.append(json, i, i + length);
      i += length;
    }
    return quoted.build();
  }
}
