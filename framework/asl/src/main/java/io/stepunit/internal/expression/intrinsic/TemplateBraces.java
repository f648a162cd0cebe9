package io.stepunit.internal.expression.intrinsic;

/** What AWS says of a brace in the template of {@code States.Format} that marks no value. */
final class TemplateBraces {
  private TemplateBraces() {}

  /**
   * The failure.
   *
   * @param at where the brace is
   */
  static RuntimeException problem(String template, int at) {
    if (template.charAt(at) == '}') {
      return unmatched('{', '}');
    }
    return hasPartner(template, at) ? new InvalidArgument() : unmatched('}', '{');
  }

  private static CallFailure unmatched(char missing, char found) {
    return CallFailure.ofFunction(
        "Invalid template in States.Format: matching '%c' not found for '%c'."
            .formatted(missing, found));
  }

  private static boolean hasPartner(String template, int opening) {
    int open = 0;
    for (int i = opening; i < template.length(); i++) {
      switch (template.charAt(i)) {
        case '\\' -> i++;
        case '{' -> open++;
        case '}' -> open--;
        default -> {
          // Any other character stands for itself.
        }
      }
      if (open == 0) {
        return true;
      }
    }
    return false;
  }
}
