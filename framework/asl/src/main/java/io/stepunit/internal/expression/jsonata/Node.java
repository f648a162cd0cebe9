package io.stepunit.internal.expression.jsonata;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSONata expression as far as it has to be understood before it runs: which names it reads, and
 * from where.
 */
sealed interface Node {
  /** A field of the current context. */
  record Name(String name) implements Node {}

  /** {@code $name}; the empty name is {@code $}, and {@code $} is {@code $$}. */
  record Variable(String name) implements Node {}

  /** A string: as a step of a path, a field's name. */
  record Text(String value) implements Node {}

  /** A number, {@code true}, {@code false}, {@code null}, or a regular expression. */
  record Constant(String source) implements Node {}

  /** {@code *}, {@code **} or {@code %}. */
  record Wildcard(String symbol) implements Node {}

  /** {@code left.step}. */
  record Path(Node left, Node step) implements Node {}

  /** {@code left[predicate]}; no predicate in {@code left[]}. */
  record Filter(Node left, @Nullable Node predicate) implements Node {}

  /** {@code left{key: value}}. */
  record Group(Node left, List<Node> parts) implements Node {}

  /** {@code left^(term, term)}. */
  record Sort(Node left, List<Node> terms) implements Node {}

  /** {@code left@$name} or {@code left#$name}. */
  record Focus(Node left, String name) implements Node {}

  /** {@code $name := value}. */
  record Bind(String name, Node value) implements Node {}

  /** An operator between two values, and where all of it stands in the text. */
  record Binary(Token operator, Node left, Node right, int start, int end) implements Node {}

  /** A call; a {@code ?} among the arguments is left out. */
  record Call(Node procedure, List<Node> arguments) implements Node {}

  /** {@code function($a, $b) { body }}. */
  record Lambda(List<String> parameters, Node body) implements Node {}

  /** {@code ( a; b )}. */
  record Block(List<Node> expressions) implements Node {}

  /** {@code test ? result : other}; the other may be left out. */
  record Condition(Node test, List<Node> results) implements Node {}

  /** Parts that all see the same context: arrays, objects, negations. */
  record Parts(List<Node> parts) implements Node {}

  /** {@code | pattern | update, delete |}. */
  record Transform(List<Node> parts) implements Node {}

  /** The nodes right below this one. */
  default List<Node> children() {
    if (this instanceof Path path) {
      return List.of(path.left(), path.step());
    } else if (this instanceof Filter filter) {
      Node predicate = filter.predicate();
      return predicate == null ? List.of(filter.left()) : List.of(filter.left(), predicate);
    } else if (this instanceof Group group) {
      return with(group.left(), group.parts());
    } else if (this instanceof Sort sort) {
      return with(sort.left(), sort.terms());
    } else if (this instanceof Focus focus) {
      return List.of(focus.left());
    } else if (this instanceof Bind bind) {
      return List.of(bind.value());
    } else if (this instanceof Binary binary) {
      return List.of(binary.left(), binary.right());
    } else if (this instanceof Call call) {
      return with(call.procedure(), call.arguments());
    } else if (this instanceof Lambda lambda) {
      return List.of(lambda.body());
    } else if (this instanceof Block block) {
      return block.expressions();
    } else if (this instanceof Condition condition) {
      return with(condition.test(), condition.results());
    } else if (this instanceof Parts parts) {
      return parts.parts();
    }
    return this instanceof Transform transform ? transform.parts() : List.of();
  }

  private static List<Node> with(Node first, List<Node> others) {
    List<Node> all = new ArrayList<>(others.size() + 1);
    all.add(first);
    all.addAll(others);
    return all;
  }
}
