package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.DecidingValues;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.jsonata.Node;
import io.stepunit.internal.jsonata.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an expression reads of the data. Paths are followed through variables, predicates and what
 * functions such as {@code $map} hand to their functions; what is computed has no place in the
 * data, and only its parts are read.
 */
final class NodeReads {
  private static final String STATES = "states";
  private static final Set<String> COMPARISONS = Set.of("=", "!=", "<", "<=", ">", ">=");
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");

  /** Functions that call another with the items of their first argument. */
  private static final Set<String> OVER_ITEMS = Set.of("map", "filter", "single", "reduce", "sort");

  /** Functions that return their first argument, or items of it, as they are. */
  private static final Set<String> KEEPING =
      Set.of("filter", "sort", "reverse", "distinct", "shuffle", "number", "string");

  private static final List<JsonNode> TRUE_AND_FALSE = DecidingValues.of(ValueKind.BOOLEAN);

  private final Node expression;
  private final List<Read> reads = new ArrayList<>();
  private Map<String, Optional<DataPath>> bound = new HashMap<>();

  NodeReads(Node expression) {
    this.expression = expression;
  }

  /** All that is read, where the result has to be of a kind. */
  Stream<Read> all(ValueKind expected) {
    reads.clear();
    if (expected == ValueKind.BOOLEAN) {
      test(expression, Optional.empty());
    } else {
      read(expression, Optional.empty(), expected);
    }
    return List.copyOf(reads).stream();
  }

  /** Where the result is in the data; empty if it is computed. */
  Optional<DataPath> source() {
    return follow(expression, Optional.empty());
  }

  /**
   * Where the value of a part of the expression is in the data; empty if it is computed.
   *
   * @param context where the value is that names are fields of
   */
  Optional<DataPath> place(Node node, Optional<DataPath> context) {
    return follow(node, context);
  }

  private void read(Node node, Optional<DataPath> context, ValueKind kind) {
    follow(node, context).ifPresent(path -> reads.add(Read.of(path, kind)));
  }

  private void readAll(List<Node> nodes, Optional<DataPath> context) {
    nodes.forEach(node -> read(node, context, ValueKind.ANY));
  }

  /** A value that is taken for true or false. */
  private void test(Node node, Optional<DataPath> context) {
    follow(node, context)
        .ifPresent(path -> reads.add(Read.compared(path, ValueKind.ANY, TRUE_AND_FALSE)));
  }

  /**
   * Notes what a node reads on the way to its value.
   *
   * @param context where the value is that names are fields of
   * @return where the node's value is; empty if it is computed
   */
  private Optional<DataPath> follow(Node node, Optional<DataPath> context) {
    if (node instanceof Node.Name name) {
      return context.map(path -> path.field(name.name()));
    } else if (node instanceof Node.Variable variable) {
      return variable(variable.name(), context);
    } else if (node instanceof Node.Path path) {
      return path(path, context);
    } else if (node instanceof Node.Filter filter) {
      return items(follow(filter.left(), context), filter);
    } else if (node instanceof Node.Sort sort) {
      Optional<DataPath> left = follow(sort.left(), context);
      List<Node> terms = sort.terms().stream().map(Node.Term::expression).toList();
      readAll(terms, left.map(DataPath::items));
      return left;
    } else if (node instanceof Node.Focus focus) {
      return focus(focus, context);
    } else if (node instanceof Node.Bind bind) {
      Optional<DataPath> value = follow(bind.value(), context);
      bound.put(bind.name(), value);
      return value;
    } else if (node instanceof Node.Block block) {
      return block(block, context);
    } else if (node instanceof Node.Call call) {
      return call(call, context);
    }
    compute(node, context);
    return Optional.empty();
  }

  /** Notes what the parts of a node read whose value is computed. */
  private void compute(Node node, Optional<DataPath> context) {
    if (node instanceof Node.Binary binary) {
      binary(binary, context);
    } else if (node instanceof Node.Condition condition) {
      test(condition.test(), context);
      List<Node> parts = condition.children();
      readAll(parts.subList(1, parts.size()), context);
    } else if (node instanceof Node.Group group) {
      Optional<DataPath> left = follow(group.left(), context);
      left.ifPresent(path -> reads.add(Read.of(path, ValueKind.ANY)));
      List<Node> parts = group.children();
      readAll(parts.subList(1, parts.size()), left.map(DataPath::items));
    } else if (node instanceof Node.Lambda lambda) {
      lambda(lambda, List.of(), context);
    } else {
      readAll(node.children(), context);
    }
  }

  private Optional<DataPath> variable(String name, Optional<DataPath> context) {
    if (name.isEmpty()) {
      return context;
    }
    if (bound.containsKey(name)) {
      return bound.getOrDefault(name, Optional.empty());
    }
    boolean data = !name.equals(STATES) && JsonataExpr.signature(name).isEmpty();
    return data ? Optional.of(DataPath.variable(name)) : Optional.empty();
  }

  private Optional<DataPath> path(Node.Path path, Optional<DataPath> context) {
    Node step = path.step();
    if (path.left() instanceof Node.Variable variable
        && variable.name().equals(STATES)
        && !bound.containsKey(STATES)) {
      return states(step);
    }
    Optional<DataPath> left = follow(path.left(), context);
    return step(step, left);
  }

  /** {@code $states.input} and its like. */
  private Optional<DataPath> states(Node step) {
    if (step instanceof Node.Filter filter) {
      return items(states(filter.left()), filter);
    }
    String field = Names.fieldName(step);
    return field == null ? Optional.empty() : StatesVariables.source(field).map(DataPath::of);
  }

  private Optional<DataPath> step(Node step, Optional<DataPath> left) {
    if (step instanceof Node.Filter filter) {
      return items(step(filter.left(), left), filter);
    }
    if (step instanceof Node.Text text) {
      return left.map(path -> path.field(text.value()));
    }
    if (step instanceof Node.Wildcard) {
      left.ifPresent(path -> reads.add(Read.of(path, ValueKind.ANY)));
      return Optional.empty();
    }
    return follow(step, left);
  }

  /** {@code left[predicate]}: a number chooses an item, anything else is asked of each. */
  private Optional<DataPath> items(Optional<DataPath> left, Node.Filter filter) {
    if (filter.predicate() instanceof Node.Literal literal && literal.value().isNumber()) {
      // One of those that a condition has left.
      return isConditional(filter.left())
          ? left
          : left.map(path -> path.item(literal.value().intValue()));
    }
    Optional<DataPath> items = left.map(DataPath::items);
    if (filter.predicate() != null && !(filter.predicate() instanceof Node.Literal)) {
      read(filter.predicate(), items, ValueKind.ANY);
    }
    return items;
  }

  private static boolean isConditional(Node node) {
    return node instanceof Node.Filter filter && !(filter.predicate() instanceof Node.Literal);
  }

  private Optional<DataPath> focus(Node.Focus focus, Optional<DataPath> context) {
    Optional<DataPath> left = follow(focus.left(), context);
    bound.put(focus.name(), left);
    return left;
  }

  private Optional<DataPath> block(Node.Block block, Optional<DataPath> context) {
    Map<String, Optional<DataPath>> outer = bound;
    bound = new HashMap<>(outer);
    List<Node> expressions = block.expressions();
    Optional<DataPath> last = Optional.empty();
    for (int i = 0; i < expressions.size(); i++) {
      last = follow(expressions.get(i), context);
      if (i < expressions.size() - 1 && !(expressions.get(i) instanceof Node.Bind)) {
        last.ifPresent(path -> reads.add(Read.of(path, ValueKind.ANY)));
      }
    }
    bound = outer;
    return last;
  }

  private void binary(Node.Binary binary, Optional<DataPath> context) {
    String operator = binary.operator();
    if (COMPARISONS.contains(operator) || operator.equals("in")) {
      compare(binary.left(), binary.right(), context);
      compare(binary.right(), binary.left(), context);
    } else if (operator.equals("and") || operator.equals("or")) {
      test(binary.left(), context);
      test(binary.right(), context);
    } else {
      ValueKind kind =
          operator.equals("&")
              ? ValueKind.TEXT
              : ARITHMETIC.contains(operator) ? ValueKind.NUMBER : ValueKind.ANY;
      read(binary.left(), context, kind);
      read(binary.right(), context, kind);
    }
  }

  private void compare(Node node, Node other, Optional<DataPath> context) {
    List<JsonNode> deciding =
        literals(other).flatMap(literal -> DecidingValues.around(literal).stream()).toList();
    follow(node, context)
        .ifPresent(path -> reads.add(Read.compared(path, ValueKind.ANY, deciding)));
  }

  /** The literals that a node is, or is an array of. */
  private static Stream<JsonNode> literals(Node node) {
    if (node instanceof Node.Text text) {
      return Stream.of(Json.NODES.textNode(text.value()));
    }
    if (node instanceof Node.Literal literal) {
      return Stream.of(literal.value());
    }
    return node instanceof Node.Items items
        ? items.items().stream().flatMap(NodeReads::literals)
        : Stream.empty();
  }

  private Optional<DataPath> call(Node.Call call, Optional<DataPath> context) {
    boolean known =
        call.procedure() instanceof Node.Variable variable && !bound.containsKey(variable.name());
    if (!known) {
      read(call.procedure(), context, ValueKind.ANY);
      readAll(call.arguments(), context);
      return Optional.empty();
    }
    return call(((Node.Variable) call.procedure()).name(), call.arguments(), context);
  }

  private Optional<DataPath> call(
      String function, List<Node> arguments, Optional<DataPath> context) {
    Optional<DataPath> first =
        arguments.isEmpty() ? Optional.empty() : follow(arguments.get(0), context);
    first.ifPresent(path -> reads.add(readOf(function, path, arguments)));
    Optional<Signature> signature = JsonataExpr.signature(function);
    for (int i = 1; i < arguments.size(); i++) {
      int position = i;
      if (arguments.get(i) instanceof Node.Lambda lambda && OVER_ITEMS.contains(function)) {
        lambda(lambda, itemsFor(function, first), context);
      } else {
        read(
            arguments.get(i),
            context,
            signature.map(known -> kind(known, position)).orElse(ValueKind.ANY));
      }
    }
    return KEEPING.contains(function) ? first : Optional.empty();
  }

  private static Read readOf(String function, DataPath argument, List<Node> arguments) {
    return switch (function) {
      // With a picture the text has another form.
      case "toMillis" ->
          Read.of(argument, arguments.size() == 1 ? ValueKind.TIMESTAMP : ValueKind.TEXT);
      case "contains", "match" ->
          Read.compared(argument, ValueKind.TEXT, textsFor(arguments.subList(1, arguments.size())));
      case "exists" -> Read.optional(argument);
      case "not", "boolean" -> Read.compared(argument, ValueKind.ANY, TRUE_AND_FALSE);
      case "parse" -> Read.of(argument, ValueKind.JSON_TEXT);
      default ->
          Read.of(
              argument,
              JsonataExpr.signature(function).map(known -> kind(known, 0)).orElse(ValueKind.ANY));
    };
  }

  /** A text that has what is looked for, and one that has not. */
  private static List<JsonNode> textsFor(List<Node> lookedFor) {
    return lookedFor.stream()
        .limit(1)
        .flatMap(
            node ->
                node instanceof Node.Regex regex
                    ? RegexExample.of(pattern(regex)).stream()
                    : node instanceof Node.Text text ? Stream.of(text.value()) : Stream.empty())
        .flatMap(text -> Stream.of(Json.NODES.textNode(text), Json.NODES.textNode("")))
        .map(JsonNode.class::cast)
        .toList();
  }

  /** What stands between the slashes. */
  static String pattern(Node.Regex regex) {
    return regex.source().substring(1, regex.source().lastIndexOf('/'));
  }

  /** What an argument has to be, as far as the signature says one thing of it. */
  private static ValueKind kind(Signature signature, int argument) {
    return switch (signature.type(argument)) {
      case 'n' -> ValueKind.NUMBER;
      case 's' -> ValueKind.TEXT;
      case 'b' -> ValueKind.BOOLEAN;
      case 'a' -> ValueKind.ARRAY;
      case 'o' -> ValueKind.OBJECT;
      default -> ValueKind.ANY;
    };
  }

  /** Which parameters of the function that is handed over are items. */
  private static List<Optional<DataPath>> itemsFor(String function, Optional<DataPath> list) {
    Optional<DataPath> item = list.map(DataPath::items);
    return switch (function) {
      case "sort" -> List.of(item, item);
      case "reduce" -> List.of(Optional.empty(), item);
      default -> List.of(item);
    };
  }

  private void lambda(
      Node.Lambda lambda, List<Optional<DataPath>> arguments, Optional<DataPath> context) {
    Map<String, Optional<DataPath>> outer = bound;
    bound = new HashMap<>(outer);
    for (int i = 0; i < lambda.parameters().size(); i++) {
      bound.put(
          lambda.parameters().get(i), i < arguments.size() ? arguments.get(i) : Optional.empty());
    }
    read(lambda.body(), context, ValueKind.ANY);
    bound = outer;
  }
}
