package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Warns of placeholders that nothing replaces and of JSONata without its delimiters. */
final class TemplateTexts implements StateCheck {
  private static final Pattern PLACEHOLDER = Pattern.compile("[$#]\\{[A-Za-z0-9_.:/-]{1,256}\\}");

  private static final List<String> EXPRESSIONS =
      List.of("Arguments", "Output", "Assign", "Items", "ItemSelector", "Condition");

  /** What is inside belongs to states of their own. */
  private static final Set<String> SCOPES = Set.of("Branches", "ItemProcessor", "Iterator");

  @Override
  public void check(StateNode state, Diagnostics diagnostics) {
    for (Map.Entry<String, LocatedNode> field : state.fields().entrySet()) {
      if (!SCOPES.contains(field.getKey()) && !field.getKey().equals("Comment")) {
        checkPlaceholders(field.getValue(), diagnostics);
      }
      if (state.jsonata() && EXPRESSIONS.contains(field.getKey())) {
        checkExpressions(field.getValue(), diagnostics);
      }
    }
  }

  private static void checkPlaceholders(LocatedNode node, Diagnostics diagnostics) {
    if (node.value().isTextual()) {
      Matcher placeholder = PLACEHOLDER.matcher(node.value().textValue());
      if (placeholder.find()) {
        diagnostics.report(
            Rule.OPEN_PLACEHOLDER,
            "The placeholder " + placeholder.group() + " has not been replaced",
            node.location(),
            "AWS treats it as plain text unless something replaces it");
      }
    }
    node.fields().values().forEach(field -> checkPlaceholders(field, diagnostics));
    node.items().forEach(item -> checkPlaceholders(item, diagnostics));
  }

  private static void checkExpressions(LocatedNode node, Diagnostics diagnostics) {
    if (node.value().isTextual()) {
      String text = node.value().textValue();
      String stripped = text.strip();
      boolean blanks =
          !text.equals(stripped) && stripped.startsWith("{%") && stripped.endsWith("%}");
      if (blanks || text.startsWith("$states.")) {
        diagnostics.report(
            Rule.EXPRESSION_AS_TEXT,
            "The value looks like a JSONata expression, but is plain text",
            node.location(),
            "an expression begins with {% and ends with %}, without blanks around them");
      }
    }
    node.fields().values().forEach(field -> checkExpressions(field, diagnostics));
    node.items().forEach(item -> checkExpressions(item, diagnostics));
  }
}
