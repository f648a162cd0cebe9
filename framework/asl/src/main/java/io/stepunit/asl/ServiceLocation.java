package io.stepunit.asl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the service says that a problem is. */
final class ServiceLocation {
  private static final String STATES = "States";

  private ServiceLocation() {}

  /** The service's path, empty for problems that it gives no place for. */
  static Optional<String> of(Rule rule, SourceLocation location) {
    List<String> tokens = tokens(location.pointer());
    return switch (rule) {
      case NO_DEFINITION, NO_TERMINAL_STATE -> Optional.empty();
      case NOT_YAML -> Optional.of("line: " + location.line() + ", column: " + location.column());
      case UNKNOWN_FIELD, OTHER_LANGUAGE_FIELD, EXCLUSIVE_FIELDS, LANGUAGE_DOWNGRADE ->
          Optional.of(path(tokens.subList(0, Math.max(0, tokens.size() - 1))));
      case INVALID_EXPRESSION,
          NO_DOLLAR,
          REQUIRED_IN_REQUEST,
          UNKNOWN_IN_REQUEST,
          TYPE_IN_REQUEST ->
          Optional.of(path(fieldOfState(tokens)));
      case POSSIBLY_UNDEFINED_VARIABLE ->
          Optional.of(path(isUnderExpressionKey(tokens) ? fieldOfState(tokens) : tokens));
      default -> Optional.of(path(tokens));
    };
  }

  private static boolean isUnderExpressionKey(List<String> tokens) {
    return !tokens.isEmpty() && tokens.get(tokens.size() - 1).endsWith(".$");
  }

  private static List<String> tokens(String pointer) {
    List<String> tokens = new ArrayList<>();
    for (String token : pointer.split("/", -1)) {
      tokens.add(token.replace("~1", "/").replace("~0", "~"));
    }
    return tokens.subList(1, tokens.size());
  }

  /** The tokens up to a field of the innermost state: what is inside of it is left out. */
  private static List<String> fieldOfState(List<String> tokens) {
    int end = 0;
    while (end + 2 < tokens.size() && tokens.get(end).equals(STATES)) {
      // Past the state's name and its field; in Branches there is an index before the next scope.
      String field = tokens.get(end + 2);
      end += field.equals("Branches") ? 4 : 3;
      boolean scope =
          field.equals("Branches") || field.equals("ItemProcessor") || field.equals("Iterator");
      if (!scope) {
        break;
      }
    }
    return tokens.subList(0, Math.min(end == 0 ? tokens.size() : end, tokens.size()));
  }

  private static String path(List<String> tokens) {
    StringBuilder path = new StringBuilder();
    boolean name = false;
    for (String token : tokens) {
      boolean index = !name && !token.isEmpty() && token.chars().allMatch(Character::isDigit);
      path.append(index ? "[" + token + "]" : "/" + token);
      name = token.equals(STATES);
    }
    return path.isEmpty() ? "/" : path.toString();
  }
}
