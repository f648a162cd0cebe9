package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Texts that look like paths where they stay texts: the warnings NO_DOLLAR, NO_PATH and
 * PASS_RESULT_IS_STATIC of "ValidateStateMachineDefinition" in the API reference.
 */
final class PathHints implements StateCheck {
  private static final String SUFFIX = ".$";
  private static final Pattern PATH = Pattern.compile("\\$\\$?[.\\[].*|\\$\\$", Pattern.DOTALL);
  private static final Pattern CALL = Pattern.compile("States\\.[A-Z]\\w*\\(.*", Pattern.DOTALL);

  private static final List<String> TEMPLATES =
      List.of("Parameters", "ResultSelector", "ItemSelector", "Assign", "Credentials");

  private static final List<String> TEMPLATES_OF_READERS =
      List.of("ItemReader", "ItemBatcher", "ResultWriter");

  @Override
  public void check(StateNode state, Diagnostics diagnostics) {
    if (state.jsonata()) {
      return;
    }
    TEMPLATES.forEach(name -> state.field(name).ifPresent(t -> checkTemplate(t, diagnostics)));
    for (String reader : TEMPLATES_OF_READERS) {
      state.field(reader).ifPresent(node -> checkTemplate(node, diagnostics));
    }
    for (String handlers : List.of("Choices", "Catch")) {
      state.items(handlers).forEach(handler -> checkAssign(handler, diagnostics));
    }
    state.items("Choices").forEach(rule -> checkRule(rule, diagnostics));
    if (state.is("Fail")) {
      state.field("Error").ifPresent(field -> checkPlain(field, "ErrorPath", diagnostics));
      state.field("Cause").ifPresent(field -> checkPlain(field, "CausePath", diagnostics));
    }
    state
        .field("Result")
        .filter(result -> state.is("Pass") && computes(result))
        .ifPresent(result -> reportStatic(result, diagnostics));
  }

  private static void checkAssign(LocatedNode handler, Diagnostics diagnostics) {
    LocatedNode assign = handler.fields().get("Assign");
    if (assign != null) {
      checkTemplate(assign, diagnostics);
    }
  }

  private static void checkTemplate(LocatedNode template, Diagnostics diagnostics) {
    template
        .fields()
        .forEach(
            (key, value) -> {
              if (!key.endsWith(SUFFIX) && looksComputed(value)) {
                diagnostics.report(
                    Rule.NO_DOLLAR,
                    looksLikePath(value)
                        ? text(key, "a JSONPath")
                        : text(key, "an intrinsic function call"),
                    value.location(),
                    "it is the plain text " + value.value() + "; write \"" + key + SUFFIX + "\"");
              }
              checkTemplate(value, diagnostics);
            });
    template.items().forEach(item -> checkTemplate(item, diagnostics));
  }

  /** AWS's text for a path; what it says of a call is not known. */
  private static String text(String key, String what) {
    return "The value of '%1$s' looks like %2$s. Instead of '%1$s', use '%1$s.$' to evaluate it as %2$s at runtime."
        .formatted(key, what);
  }

  private static void checkRule(LocatedNode rule, Diagnostics diagnostics) {
    rule.fields()
        .forEach(
            (key, value) -> {
              if (key.equals("And") || key.equals("Or")) {
                value.items().forEach(inner -> checkRule(inner, diagnostics));
              } else if (key.equals("Not")) {
                checkRule(value, diagnostics);
              } else if (key.startsWith("String")
                  && !key.endsWith("Path")
                  && !key.equals("StringMatches")) {
                checkPlain(value, key + "Path", diagnostics);
              }
            });
  }

  private static void checkPlain(LocatedNode field, String withPath, Diagnostics diagnostics) {
    if (looksLikePath(field)) {
      diagnostics.report(
          Rule.NO_PATH,
          "The value looks like a path, but the field does not end in 'Path'",
          field.location(),
          "it is the plain text " + field.value() + "; write \"" + withPath + "\"");
    }
  }

  private static void reportStatic(LocatedNode result, Diagnostics diagnostics) {
    diagnostics.report(
        Rule.PASS_RESULT_IS_STATIC,
        "The Result of a Pass state is not evaluated",
        result.location(),
        "paths and calls in it stay plain text; use Parameters instead");
  }

  private static boolean computes(LocatedNode node) {
    return looksComputed(node)
        || node.fields().entrySet().stream()
            .anyMatch(field -> field.getKey().endsWith(SUFFIX) || computes(field.getValue()))
        || node.items().stream().anyMatch(PathHints::computes);
  }

  private static boolean looksComputed(LocatedNode node) {
    return looksLikePath(node)
        || node.value().isTextual() && CALL.matcher(node.value().textValue()).matches();
  }

  private static boolean looksLikePath(LocatedNode node) {
    return node.value().isTextual() && PATH.matcher(node.value().textValue()).matches();
  }
}
