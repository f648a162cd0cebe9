package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.List;

/** The names in Assign: "Passing data between states with variables" in the Developer Guide. */
final class VariableNames implements StateCheck {
  private static final int LONGEST = 80;
  private static final String RESERVED = "states";

  @Override
  public void check(StateNode state, Diagnostics diagnostics) {
    checkNames(state.node(), state.jsonata(), diagnostics);
    for (String handlers : List.of("Choices", "Catch")) {
      for (LocatedNode handler : state.items(handlers)) {
        checkNames(handler, state.jsonata(), diagnostics);
      }
    }
  }

  private static void checkNames(LocatedNode owner, boolean jsonata, Diagnostics diagnostics) {
    LocatedNode assign = owner.fields().get("Assign");
    if (assign == null) {
      return;
    }
    assign
        .fields()
        .forEach(
            (key, value) -> {
              boolean computed = !jsonata && key.endsWith(".$");
              String name = computed ? key.substring(0, key.length() - 2) : key;
              if (!isName(name)) {
                diagnostics.report(
                    Rule.INVALID_VARIABLE_NAME,
                    "'" + name + "' cannot be the name of a variable",
                    value.location(),
                    name.equals(RESERVED)
                        ? "'states' is reserved"
                        : "a name is a letter, then letters, digits and _, at most 80 characters;"
                            + " neither $ nor a path");
              }
            });
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && !name.equals(RESERVED)
        && (Character.isUnicodeIdentifierStart(name.codePointAt(0)) || name.charAt(0) == '_')
        && name.codePoints().skip(1).allMatch(VariableNames::isPart);
  }

  private static boolean isPart(int codePoint) {
    return Character.isUnicodeIdentifierPart(codePoint)
        && !Character.isIdentifierIgnorable(codePoint);
  }
}
