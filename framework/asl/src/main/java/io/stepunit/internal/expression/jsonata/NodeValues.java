package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.jsonata.Node;
import io.stepunit.internal.jsonata.Program;
import io.stepunit.internal.jsonata.SyntaxProblem;
import io.stepunit.internal.jsonata.Values;
import io.stepunit.internal.jsonata.function.StandardFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The values that parts of an expression have in a scope. */
final class NodeValues {
  private static final Set<String> STATES = Set.of("input", "context", "result", "errorOutput");

  private final Scope scope;
  private final List<Node> bound = new ArrayList<>();

  NodeValues(Scope scope) {
    this.scope = scope;
  }

  /** The parts that are looked at from now on see this variable. */
  void bind(Node.Bind bind) {
    bound.add(bind);
  }

  /** The value of a part; empty if it has none, or needs what is around it. */
  Optional<JsonNode> of(Node node) {
    List<Node> all = new ArrayList<>(bound);
    all.add(node);
    try {
      Program program =
          Program.compile(new Node.Block(all, node.position()), StandardFunctions.STEP_FUNCTIONS);
      return Optional.ofNullable(
          JsonataExpr.evaluate(program, Values.UNDEFINED, new JsonataExpr.Outside(scope, STATES)));
    } catch (EvaluationFailure | SyntaxProblem e) {
      return Optional.empty();
    }
  }
}
