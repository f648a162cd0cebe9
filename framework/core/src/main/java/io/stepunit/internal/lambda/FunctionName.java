package io.stepunit.internal.lambda;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The name of a Lambda function as it is written: {@code charge}, {@code charge:live}, {@code
 * 123456789012:function:charge}, a whole ARN, or a template's placeholder such as {@code
 * ${Charge.Arn}}, which names the function {@code Charge}. See "FunctionName" of Invoke in the AWS
 * Lambda API Reference.
 *
 * @param name the function's name
 * @param qualifier its version or alias, where one is given
 */
public record FunctionName(String name, Optional<String> qualifier) {
  /** A placeholder, which may hold colons, or text without colons. */
  private static final Pattern PART = Pattern.compile("(?:\\$\\{[^}]*}|[^:])+");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*?)(?:\\.Arn)?}");

  /** Understands the text of a name or an ARN. */
  public static FunctionName parse(String text) {
    List<String> parts = PART.matcher(text).results().map(MatchResult::group).toList();
    int marker = parts.indexOf("function");
    int first = marker >= 0 && marker + 1 < parts.size() ? marker + 1 : 0;
    Optional<String> qualifier =
        first + 1 < parts.size() ? Optional.of(parts.get(first + 1)) : Optional.empty();
    String name = parts.isEmpty() ? text : parts.get(first);
    return new FunctionName(
        PLACEHOLDER.matcher(name).replaceAll(found -> quoted(found.group(1))), qualifier);
  }

  private static String quoted(String replacement) {
    return replacement.replace("\\", "\\\\").replace("$", "\\$");
  }

  /** The same function with the value of the parameter {@code Qualifier}. */
  public FunctionName withQualifier(String other) {
    return new FunctionName(name, Optional.of(other));
  }

  /** Whether a call of another name is a call of this: without a qualifier all versions are. */
  public boolean covers(FunctionName called) {
    return name.equals(called.name) && (qualifier.isEmpty() || qualifier.equals(called.qualifier));
  }

  @Override
  public String toString() {
    return qualifier.map(q -> name + ":" + q).orElse(name);
  }
}
