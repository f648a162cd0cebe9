package io.stepunit.internal.load.template;

import io.stepunit.internal.model.read.LocatedNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Evaluates a template's conditions, as far as their values are known. */
final class StackConditions {
  private final StackScope scope;
  private final Function<LocatedNode, String> text;
  private final Set<String> open = new HashSet<>();

  /**
   * @param text evaluates what is compared
   */
  StackConditions(StackScope scope, Function<LocatedNode, String> text) {
    this.scope = scope;
    this.text = text;
  }

  /** Whether a condition holds; empty if that depends on what is not known. */
  Optional<Boolean> holds(String name) {
    Optional<Boolean> given = scope.given().of(name).map(Boolean::parseBoolean);
    if (given.isPresent() || !open.add(name)) {
      return given;
    }
    Optional<Boolean> result = scope.condition(name).flatMap(this::evaluate);
    open.remove(name);
    return result;
  }

  private Optional<Boolean> evaluate(LocatedNode node) {
    LocatedNode other = node.fields().get("Condition");
    return other != null
        ? holds(other.value().asText())
        : TemplateFunction.in(node).flatMap(this::evaluate);
  }

  private Optional<Boolean> evaluate(TemplateFunction function) {
    List<LocatedNode> arguments = function.arguments();
    return switch (function.name()) {
      case "Fn::Not" -> evaluate(arguments.get(0)).map(holds -> !holds);
      case "Fn::And" -> all(arguments, true);
      case "Fn::Or" -> all(arguments, false);
      case "Fn::Equals" -> arguments.size() == 2 ? equal(arguments) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** And: no operand is false. Or: no operand is true, turned around. */
  private Optional<Boolean> all(List<LocatedNode> operands, boolean neutral) {
    boolean unknown = false;
    for (LocatedNode operand : operands) {
      Optional<Boolean> holds = evaluate(operand);
      if (holds.isPresent() && holds.get() != neutral) {
        return holds;
      }
      unknown |= holds.isEmpty();
    }
    return unknown ? Optional.empty() : Optional.of(neutral);
  }

  private Optional<Boolean> equal(List<LocatedNode> operands) {
    String left = text.apply(operands.get(0));
    String right = text.apply(operands.get(1));
    if (left.equals(right)) {
      return Optional.of(true);
    }
    return Placeholders.in(left) || Placeholders.in(right) ? Optional.empty() : Optional.of(false);
  }
}
