package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.DecidingValues;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Trees;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.jsonata.Node;
import io.stepunit.internal.jsonata.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works back from the value that an expression has to have to what the data has to be: through
 * comparisons, {@code and}, {@code or}, {@code not}, conditions, arithmetic, blocks with variables
 * and some functions. Of a comparison, the side that is not in the data keeps its value.
 */
final class NodeWants {
  private static final Optional<DataPath> AT_TOP = Optional.empty();

  private final NodeReads places;
  private final NodeValues values;
  private final CallWants calls = new CallWants(this);
  private final Map<String, Node> computed = new HashMap<>();

  NodeWants(Node expression, Scope scope) {
    places = new NodeReads(expression);
    values = new NodeValues(scope);
  }

  /** What it takes for the expression to be something, at some place within its value. */
  Wants of(Node node, List<DataPath.Step> inside, Want.Value value) {
    Optional<DataPath> place = places.place(node, AT_TOP);
    if (place.isPresent()) {
      return Wants.of(new Want(place.get().with(inside), value)).and(predicates(node, AT_TOP));
    }
    JsonNode now = values.of(node).orElseGet(Json.NODES::objectNode);
    return value
        .sample()
        .map(sample -> is(node, Trees.with(now, inside, sample), AT_TOP))
        .orElse(Wants.IMPOSSIBLE);
  }

  /** The values of parts of the expression. */
  NodeValues values() {
    return values;
  }

  /** What it takes for a node to have one of some values. */
  Wants oneOf(Node node, List<JsonNode> wanted, Optional<DataPath> context) {
    return wanted.stream()
        .map(value -> is(node, value, context))
        .reduce(Wants.IMPOSSIBLE, Wants::or);
  }

  /** What it takes for a node to have a value. */
  Wants is(Node node, JsonNode wanted, Optional<DataPath> context) {
    if (context.isEmpty() && values.of(node).filter(now -> same(now, wanted)).isPresent()) {
      return Wants.FULFILLED;
    }
    Node known = resolved(node);
    Optional<DataPath> place = places.place(known, context);
    if (place.isPresent()) {
      return Wants.of(Want.is(place.get(), wanted)).and(predicates(known, context));
    }
    return computed(known, wanted, context);
  }

  /** What it takes for a node to have a value at all, or none. */
  Wants present(Node node, boolean present, Optional<DataPath> context) {
    Node known = resolved(node);
    return places
        .place(known, context)
        .map(path -> Wants.of(present ? Want.some(path) : Want.nothing(path)))
        .map(wants -> present ? wants.and(predicates(known, context)) : wants)
        .orElse(Wants.IMPOSSIBLE);
  }

  /** What it takes for the conditions within a path to choose the first item. */
  private Wants predicates(Node node, Optional<DataPath> context) {
    if (node instanceof Node.Path path) {
      return predicates(path.left(), context)
          .and(predicates(path.step(), places.place(path.left(), context)));
    }
    if (node instanceof Node.Filter filter) {
      Wants left = predicates(filter.left(), context);
      Node predicate = filter.predicate();
      Optional<DataPath> item = places.place(filter.left(), context).map(path -> path.item(0));
      return predicate == null || predicate instanceof Node.Literal || item.isEmpty()
          ? left
          : left.and(truth(predicate, true, item));
    }
    return Wants.FULFILLED;
  }

  private Node resolved(Node node) {
    return node instanceof Node.Variable variable
        ? computed.getOrDefault(variable.name(), node)
        : node;
  }

  private static boolean same(JsonNode now, JsonNode wanted) {
    return Json.sameValue(now, wanted);
  }

  private Wants computed(Node node, JsonNode wanted, Optional<DataPath> context) {
    if (node instanceof Node.Block block) {
      return block(block, wanted, context);
    } else if (node instanceof Node.Condition condition) {
      return condition(condition, wanted, context);
    } else if (node instanceof Node.Call call && call.procedure() instanceof Node.Variable named) {
      return calls.of(named.name(), call.arguments(), wanted, context);
    } else if (node instanceof Node.Binary binary) {
      return binary(binary, wanted, context);
    } else if (node instanceof Node.Members members) {
      return members(members, wanted, context);
    } else if (node instanceof Node.Items items) {
      return items(items, wanted, context);
    } else if (node instanceof Node.Path path && Names.fieldName(path.step()) != null) {
      return field(path.left(), Names.fieldName(path.step()), wanted, context);
    } else if (node instanceof Node.Negation negation && wanted.isNumber()) {
      return is(negation.operand(), Json.NODES.numberNode(wanted.decimalValue().negate()), context);
    } else if (node instanceof Node.Literal literal) {
      return same(literal.value(), wanted) ? Wants.FULFILLED : Wants.IMPOSSIBLE;
    }
    return Wants.IMPOSSIBLE;
  }

  /** A field of a computed object, such as that of a text of JSON. */
  private Wants field(
      Node object, @Nullable String name, JsonNode wanted, Optional<DataPath> context) {
    JsonNode now = values.of(object).orElseGet(Json.NODES::objectNode);
    List<DataPath.Step> way = name == null ? List.of() : List.of(new DataPath.Step.Field(name));
    return is(object, Trees.with(now, way, wanted), context);
  }

  private Wants block(Node.Block block, JsonNode wanted, Optional<DataPath> context) {
    List<Node> expressions = block.expressions();
    for (Node expression : expressions) {
      if (expression instanceof Node.Bind bind) {
        if (places.place(bind, context).isEmpty()) {
          computed.put(bind.name(), bind.value());
        }
        values.bind(bind);
      }
    }
    Node last = expressions.get(expressions.size() - 1);
    return is(last instanceof Node.Bind bind ? bind.value() : last, wanted, context);
  }

  private Wants condition(Node.Condition node, JsonNode wanted, Optional<DataPath> context) {
    Wants result = truth(node.test(), true, context).and(is(node.result(), wanted, context));
    Node other = node.other();
    return other == null
        ? result
        : result.or(truth(node.test(), false, context).and(is(other, wanted, context)));
  }

  /** What it takes for a node to be taken for true or false. */
  Wants truth(Node node, boolean wanted, Optional<DataPath> context) {
    if (context.isEmpty()) {
      Optional<JsonNode> now = values.of(node);
      if (now.isPresent() && Values.isTrue(now.get()) == wanted) {
        return Wants.FULFILLED;
      }
    }
    return is(node, Json.NODES.booleanNode(wanted), context);
  }

  private Wants binary(Node.Binary binary, JsonNode wanted, Optional<DataPath> context) {
    String operator = binary.operator();
    boolean holds = wanted.isBoolean() && wanted.booleanValue();
    return switch (operator) {
      case "and" -> both(binary, holds, holds, context);
      case "or" -> both(binary, holds, !holds, context);
      case "in" -> in(binary.left(), binary.right(), holds, context);
      case "=", "!=", "<", "<=", ">", ">=" -> compared(binary, holds, context);
      case "&" -> joined(binary, wanted, context);
      case "+", "-", "*", "/" -> Arithmetic.of(this, binary, wanted, context);
      default -> Wants.IMPOSSIBLE;
    };
  }

  /** Both operands have to be so, or one of them. */
  private Wants both(Node.Binary binary, boolean holds, boolean both, Optional<DataPath> context) {
    Wants left = truth(binary.left(), holds, context);
    Wants right = truth(binary.right(), holds, context);
    return both ? left.and(right) : left.or(right);
  }

  private Wants in(Node item, Node list, boolean holds, Optional<DataPath> context) {
    List<JsonNode> listed = values.of(list).map(NodeWants::items).orElse(List.of());
    if (!holds) {
      return oneOf(item, listed.stream().limit(1).flatMap(NodeWants::others).toList(), context);
    }
    Wants wants = oneOf(item, listed, context);
    ArrayNode only = Json.NODES.arrayNode();
    values.of(item).ifPresent(only::add);
    return only.isEmpty() ? wants : wants.or(is(list, only, context));
  }

  private static List<JsonNode> items(JsonNode value) {
    List<JsonNode> items = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(items::add);
    } else {
      items.add(value);
    }
    return items;
  }

  private static Stream<JsonNode> others(JsonNode value) {
    return value.isContainerNode()
        ? Stream.of(Json.NODES.textNode("text"))
        : DecidingValues.around(value).stream().filter(near -> !same(near, value));
  }

  private Wants compared(Node.Binary binary, boolean holds, Optional<DataPath> context) {
    String operator = binary.operator();
    Optional<JsonNode> right = values.of(binary.right());
    Optional<JsonNode> left = values.of(binary.left());
    Wants byLeft =
        right
            .map(fixed -> oneOf(binary.left(), Compared.with(operator, fixed, holds), context))
            .orElse(Wants.IMPOSSIBLE);
    Wants byRight =
        left.filter(fixed -> context.isEmpty() || right.isEmpty())
            .map(
                fixed ->
                    oneOf(
                        binary.right(),
                        Compared.with(Compared.turned(operator), fixed, holds),
                        context))
            .orElse(Wants.IMPOSSIBLE);
    Wants either = byLeft.or(byRight);
    return right.isEmpty() && left.isEmpty() ? numbers(binary, holds, context) : either;
  }

  /** Where neither side has a value, both get one. */
  private Wants numbers(Node.Binary binary, boolean holds, Optional<DataPath> context) {
    JsonNode some = Json.NODES.numberNode(1);
    return is(binary.right(), some, context)
        .and(oneOf(binary.left(), Compared.with(binary.operator(), some, holds), context));
  }

  private Wants joined(Node.Binary binary, JsonNode wanted, Optional<DataPath> context) {
    String text = wanted.asText();
    String left = values.of(binary.left()).map(JsonNode::asText).orElse("");
    String right = values.of(binary.right()).map(JsonNode::asText).orElse("");
    Wants byRight =
        text.startsWith(left)
            ? is(binary.right(), Json.NODES.textNode(text.substring(left.length())), context)
            : Wants.IMPOSSIBLE;
    Wants byLeft =
        text.endsWith(right)
            ? is(
                binary.left(),
                Json.NODES.textNode(text.substring(0, text.length() - right.length())),
                context)
            : Wants.IMPOSSIBLE;
    return byRight.or(byLeft);
  }

  private Wants members(Node.Members members, JsonNode wanted, Optional<DataPath> context) {
    Wants all = wanted.isObject() ? Wants.FULFILLED : Wants.IMPOSSIBLE;
    for (Node.Pair pair : members.pairs()) {
      JsonNode value = pair.key() instanceof Node.Text key ? wanted.get(key.value()) : null;
      if (value != null) {
        all = all.and(is(pair.value(), value, context));
      }
    }
    return all;
  }

  private Wants items(Node.Items items, JsonNode wanted, Optional<DataPath> context) {
    boolean fits = wanted.isArray() && wanted.size() == items.items().size();
    Wants all = fits ? Wants.FULFILLED : Wants.IMPOSSIBLE;
    for (int i = 0; fits && i < wanted.size(); i++) {
      all = all.and(is(items.items().get(i), wanted.get(i), context));
    }
    return all;
  }
}
