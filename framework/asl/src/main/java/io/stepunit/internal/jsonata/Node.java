package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as it is written. Each part knows where it starts in the text, from 0. */
public sealed interface Node {
  int position();

  /** A field of the current context. */
  record Name(String name, int position) implements Node {}

  /** {@code $name}; the empty name is {@code $}, and {@code $} is {@code $$}. */
  record Variable(String name, int position) implements Node {}

  /** A string: as a step of a path, a field's name. */
  record Text(String value, int position) implements Node {}

  /** A number, {@code true}, {@code false} or {@code null}. */
  record Literal(JsonNode value, int position) implements Node {}

  /** A regular expression with its slashes and flags. */
  record Regex(String source, int position) implements Node {}

  /** {@code *}, {@code **} or {@code %}. */
  record Wildcard(String symbol, int position) implements Node {}

  /** {@code ?} among the arguments of a call. */
  record Placeholder(int position) implements Node {}

  /** {@code left.step}. */
  record Path(Node left, Node step, int position) implements Node {}

  /** {@code left[predicate]}; no predicate in {@code left[]}. */
  record Filter(Node left, @Nullable Node predicate, int position) implements Node {}

  /** {@code key: value}. */
  record Pair(Node key, Node value) {}

  /** {@code left{key: value}}. */
  record Group(Node left, List<Pair> pairs, int position) implements Node {}

  /** {@code <term} or {@code >term}. */
  record Term(Node expression, boolean descending) {}

  /** {@code left^(term, term)}. */
  record Sort(Node left, List<Term> terms, int position) implements Node {}

  /** {@code left@$name}, or {@code left#$name} for the index. */
  record Focus(Node left, boolean index, String name, int position) implements Node {}

  /** {@code $name := value}. */
  record Bind(String name, Node value, int position) implements Node {}

  /** An operator between two values. */
  record Binary(String operator, Node left, Node right, int position) implements Node {}

  /** {@code -operand}. */
  record Negation(Node operand, int position) implements Node {}

  /** A call; with a {@code ?} among the arguments, a partial application. */
  record Call(Node procedure, List<Node> arguments, int position) implements Node {}

  /** {@code function($a, $b)<signature> { body }}. */
  record Lambda(List<String> parameters, @Nullable Signature signature, Node body, int position)
      implements Node {}

  /** {@code ( a; b )}. */
  record Block(List<Node> expressions, int position) implements Node {}

  /** {@code test ? result : other}; the other may be left out. */
  record Condition(Node test, Node result, @Nullable Node other, int position) implements Node {}

  /** {@code [ a, b ]}. */
  record Items(List<Node> items, int position) implements Node {}

  /** {@code { key: value }}. */
  record Members(List<Pair> pairs, int position) implements Node {}

  /** {@code | pattern | update, delete |}. */
  record Transform(Node pattern, Node update, @Nullable Node delete, int position)
      implements Node {}

  /** The nodes right below this one. */
  default List<Node> children() {
    List<Node> children = new ArrayList<>();
    if (this instanceof Path path) {
      add(children, path.left(), path.step());
    } else if (this instanceof Filter filter) {
      add(children, filter.left(), filter.predicate());
    } else if (this instanceof Group group) {
      children.add(group.left());
      addPairs(children, group.pairs());
    } else if (this instanceof Sort sort) {
      children.add(sort.left());
      sort.terms().forEach(term -> children.add(term.expression()));
    } else if (this instanceof Focus focus) {
      children.add(focus.left());
    } else if (this instanceof Bind bind) {
      children.add(bind.value());
    } else if (this instanceof Binary binary) {
      add(children, binary.left(), binary.right());
    } else if (this instanceof Negation negation) {
      children.add(negation.operand());
    } else if (this instanceof Call call) {
      children.add(call.procedure());
      children.addAll(call.arguments());
    } else if (this instanceof Lambda lambda) {
      children.add(lambda.body());
    } else if (this instanceof Block block) {
      children.addAll(block.expressions());
    } else if (this instanceof Condition condition) {
      add(children, condition.test(), condition.result(), condition.other());
    } else if (this instanceof Items items) {
      children.addAll(items.items());
    } else if (this instanceof Members members) {
      addPairs(children, members.pairs());
    } else if (this instanceof Transform transform) {
      add(children, transform.pattern(), transform.update(), transform.delete());
    }
    return children;
  }

  private static void add(List<Node> children, @Nullable Node... nodes) {
    for (Node node : nodes) {
      if (node != null) {
        children.add(node);
      }
    }
  }

  private static void addPairs(List<Node> children, List<Pair> pairs) {
    for (Pair pair : pairs) {
      children.add(pair.key());
      children.add(pair.value());
    }
  }
}
