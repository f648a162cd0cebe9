package io.stepunit.internal.expression.jsonata;

import io.stepunit.internal.jsonata.Node;
import java.util.Collections;
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

  private final StatesVariables allowed;
  private final Set<String> free = new LinkedHashSet<>();
  private final Set<String> statesFields = new LinkedHashSet<>();
  private final Set<String> called = new LinkedHashSet<>();
  private Set<String> bound = new HashSet<>();

  private Names(StatesVariables allowed) {
    this.allowed = allowed;
  }

  /**
   * What an expression reads and does not define itself, in the order of its text.
   *
   * @param free the variables and functions, without {@code states}
   * @param statesFields the fields of {@code $states}
   * @param called those of the variables and functions that it calls
   */
  record Read(Set<String> free, Set<String> statesFields, Set<String> called) {}

  /**
   * What the expression reads and does not define itself.
   *
   * @throws UnsupportedReference if it refers to something that does not exist
   */
  static Read in(Node expression, StatesVariables allowed) {
    Names names = new Names(allowed);
    names.visit(expression, true);
    return new Read(
        Collections.unmodifiableSet(names.free),
        Collections.unmodifiableSet(names.statesFields),
        Collections.unmodifiableSet(names.called));
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
      bound.add(focus.name());
    } else if (node instanceof Node.Bind bind) {
      bind(bind, top);
    } else if (node instanceof Node.Lambda lambda) {
      inner(lambda.parameters(), List.of(lambda.body()), top);
    } else if (node instanceof Node.Block block) {
      inner(List.of(), block.expressions(), top);
    } else {
      if (node instanceof Node.Call call) {
        call(call.procedure());
      }
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
    if (procedure instanceof Node.Variable variable && !bound.contains(variable.name())) {
      called.add(variable.name());
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
        statesFields.addAll(allowed.fields());
      } else {
        free.add(name);
      }
    }
  }

  private void path(Node.Path path, boolean top) {
    String field = isStates(path.left()) ? fieldName(path.step()) : null;
    if (field == null) {
      visit(path.left(), top);
    } else if (allowed.fields().contains(field)) {
      statesFields.add(field);
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
      bound.add(bind.name());
    }
    visit(bind.value(), top);
    bound.add(bind.name());
  }

  private void inner(List<String> parameters, List<Node> body, boolean top) {
    Set<String> outer = bound;
    bound = new HashSet<>(outer);
    bound.addAll(parameters);
    visitAll(body, top);
    bound = outer;
  }
}
