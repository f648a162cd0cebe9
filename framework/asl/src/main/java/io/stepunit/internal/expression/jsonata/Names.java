package io.stepunit.internal.expression.jsonata;

import io.stepunit.internal.jsonata.FunctionTable;
import io.stepunit.internal.jsonata.Node;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an expression reads from outside, and refuses what does not exist: Step Functions
 * gives an expression no document at the top level, so fields and {@code $} mean something only
 * inside a path, a predicate, a sort or a group.
 */
final class Names {
  private static final String STATES = "states";

  /** A function of JSONata that Step Functions does not have. */
  private static final String EVAL = "eval";

  private static final int FEW = 4;

  private final StatesVariables allowed;
  private final FunctionTable functions;
  private Set<String> free = Set.of();
  private Set<String> statesFields = Set.of();
  private Set<String> called = Set.of();
  private Set<String> bound = Set.of();

  private Names(StatesVariables allowed, FunctionTable functions) {
    this.allowed = allowed;
    this.functions = functions;
  }

  /**
   * What an expression reads and does not define itself.
   *
   * @param values the variables in the order of the text, without {@code $states} and those that it
   *     calls
   * @param statesFields the fields of {@code $states}
   * @param unknownFunctions what it calls and nobody has defined, in the order of the alphabet
   */
  record Read(Set<String> values, Set<String> statesFields, List<String> unknownFunctions) {}

  /**
   * What the expression reads and does not define itself.
   *
   * @param functions the functions that exist
   * @throws UnsupportedReference if it refers to something that does not exist
   */
  static Read in(Node expression, StatesVariables allowed, FunctionTable functions) {
    Names names = new Names(allowed, functions);
    names.visit(expression, true);
    return names.read();
  }

  private Read read() {
    if (called.isEmpty() && !free.contains(EVAL)) {
      return new Read(free, statesFields, List.of());
    }
    Set<String> values = new LinkedHashSet<>(free);
    values.removeAll(called);
    values.remove(EVAL);
    return new Read(values, statesFields, called.stream().filter(free::contains).sorted().toList());
  }

  /** The names and one more. Most expressions have few names, and of most kinds none. */
  private static Set<String> with(Set<String> names, String name) {
    Set<String> all = names.isEmpty() ? new LinkedHashSet<>(FEW) : names;
    all.add(name);
    return all;
  }

  /**
   * @param top whether the context is the one at the top level
   */
  private void visit(Node node, boolean top) {
    if (node instanceof Node.Name name) {
      refuseAtTop(name.name(), top);
    } else if (node instanceof Node.Variable variable) {
      variable(variable.name(), top);
    } else if (node instanceof Node.Path path) {
      path(path, top);
    } else if (node instanceof Node.Binary binary) {
      visit(binary.left(), top);
      visit(binary.right(), top);
    } else if (node instanceof Node.Text || node instanceof Node.Literal) {
      return;
    } else if (node instanceof Node.Filter filter) {
      inContext(filter.left(), filter, top);
    } else if (node instanceof Node.Group group) {
      inContext(group.left(), group, top);
    } else if (node instanceof Node.Sort sort) {
      inContext(sort.left(), sort, top);
    } else if (node instanceof Node.Transform transform) {
      visitAll(transform.children(), false);
    } else if (node instanceof Node.Focus focus) {
      visit(focus.left(), top);
      bound = with(bound, focus.name());
    } else if (node instanceof Node.Bind bind) {
      bind(bind, top);
    } else if (node instanceof Node.Lambda lambda) {
      inner(lambda.parameters(), List.of(lambda.body()), top);
    } else if (node instanceof Node.Block block) {
      inner(List.of(), block.expressions(), top);
    } else if (node instanceof Node.Call call) {
      call(call.procedure());
      visit(call.procedure(), top);
      visitAll(call.arguments(), top);
    } else {
      visitAll(node.children(), top);
    }
  }

  /** The parts behind the left side see what that one finds. */
  private void inContext(Node left, Node whole, boolean top) {
    visit(left, top);
    List<Node> parts = whole.children();
    visitAll(parts.subList(1, parts.size()), false);
  }

  private void call(Node procedure) {
    if (procedure instanceof Node.Variable variable
        && !bound.contains(variable.name())
        && functions.function(variable.name()) == null) {
      called = with(called, variable.name());
    }
  }

  private void visitAll(List<Node> nodes, boolean top) {
    for (Node node : nodes) {
      visit(node, top);
    }
  }

  private static void refuseAtTop(String name, boolean top) {
    if (top) {
      throw new UnsupportedReference(
          "Reference to '" + name + "' at the top level is not supported.",
          name.equals("$")
              ? "write $states.input for the state's input"
              : "write $states.input.%s for a field of the state's input, or $%s for a variable"
                  .formatted(name, name));
    }
  }

  private void variable(String name, boolean top) {
    if (name.equals("$")) {
      throw new UnsupportedReference(
          "Reference to '$$' is not supported.", "write $states.input for the state's input");
    }
    if (name.isEmpty()) {
      refuseAtTop("$", top);
    } else if (!bound.contains(name)) {
      if (name.equals(STATES)) {
        for (String field : allowed.fields()) {
          statesFields = with(statesFields, field);
        }
      } else if (functions.function(name) == null) {
        free = with(free, name);
      }
    }
  }

  private void path(Node.Path path, boolean top) {
    String field = isStates(path.left()) ? fieldName(path.step()) : null;
    if (field == null) {
      visit(path.left(), top);
    } else if (allowed.fields().contains(field)) {
      statesFields = with(statesFields, field);
    } else {
      throw new UnsupportedReference(
          "Field '$states." + field + "' does not exist.",
          "here $states has " + String.join(", ", allowed.fields()));
    }
    visit(path.step(), false);
  }

  private boolean isStates(Node node) {
    return node instanceof Node.Variable variable
        && variable.name().equals(STATES)
        && !bound.contains(STATES);
  }

  /** The name of the field that a step reads, if it reads one. */
  static @Nullable String fieldName(Node step) {
    if (step instanceof Node.Filter filter) {
      return fieldName(filter.left());
    }
    if (step instanceof Node.Name name) {
      return name.name();
    }
    return step instanceof Node.Text text ? text.value() : null;
  }

  private void bind(Node.Bind bind, boolean top) {
    if (bind.value() instanceof Node.Lambda) {
      // A function sees its own name: recursion.
      bound = with(bound, bind.name());
    }
    visit(bind.value(), top);
    bound = with(bound, bind.name());
  }

  private void inner(List<String> parameters, List<Node> body, boolean top) {
    Set<String> outer = bound;
    bound = outer.isEmpty() ? outer : new HashSet<>(outer);
    for (String parameter : parameters) {
      bound = with(bound, parameter);
    }
    visitAll(body, top);
    bound = outer;
  }
}
