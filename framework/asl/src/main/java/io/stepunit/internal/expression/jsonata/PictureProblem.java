package io.stepunit.internal.expression.jsonata;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a picture string: the library has AWS's words, without codes and quotes. */
final class PictureProblem {
  private static final List<Map.Entry<String, Pattern>> CODES =
      List.of(
          entry(
              "D3130",
              "(Formatting or parsing an integer as a sequence starting with )(.+?)( is.*)"),
          entry("D3131", "(In a decimal digit pattern)(.*)"),
          entry("D3132", "(Unknown component specifier )(.+)( in date/time picture string)"),
          entry("D3133", "(The 'name' modifier can only .*, not )(.+)"),
          entry("D3134", "(The timezone integer format specifier)(.*)"),
          entry("D3135", "(No matching closing bracket)(.*)"),
          entry("D3136", "(The date/time picture string is missing specifiers)(.*)"));

  private PictureProblem() {}

  private static Map.Entry<String, Pattern> entry(String code, String text) {
    return Map.entry(code, Pattern.compile(text));
  }

  /** The problem in AWS's words, or the exception itself if it is about something else. */
  static RuntimeException of(RuntimeException e) {
    for (Map.Entry<String, Pattern> known : CODES) {
      Matcher text = known.getValue().matcher(String.valueOf(e.getMessage()));
      if (text.matches()) {
        boolean quotes = text.group(1).endsWith(" ");
        String value = quotes ? Quotes.quoted(text.group(2)) : text.group(2);
        String rest = text.groupCount() > 2 ? text.group(3) : "";
        return EvaluationFailure.coded(known.getKey(), text.group(1) + value + rest);
      }
    }
    return e;
  }
}
