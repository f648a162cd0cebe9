package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression on the way from its text to what runs: paths are flat, predicates hang on
 * their steps, and each {@code %} knows the step that it means. A draft is changed while the parts
 * around it are read, and then never again.
 */
final class Draft {
  /** What a draft is. */
  enum Kind {
    ARRAY,
    APPLY,
    BIND,
    BINARY,
    BLOCK,
    CALL,
    CONDITION,
    DESCENDANTS,
    LAMBDA,
    LITERAL,
    NAME,
    NEGATION,
    OBJECT,
    PARENT,
    PARTIAL,
    PATH,
    PLACEHOLDER,
    REGEX,
    SORT,
    TAIL_CALL,
    TRANSFORM,
    VARIABLE,
    WILDCARD
  }

  /** What happens to the values of a step: a predicate, or their index is bound to a name. */
  record Stage(@Nullable Draft predicate, @Nullable String index) {}

  /** {@code key: value}. */
  record Pair(Draft key, Draft value) {}

  /** {@code {key: value}} behind something. */
  record Group(List<Pair> pairs, int position) {}

  /** A {@code %}: which step it means, and under which name the step's value is bound. */
  static final class Slot {
    String label;
    int level = 1;

    Slot(String label) {
      this.label = label;
    }
  }

  private static final int FEW = 4;

  Kind kind;
  final int position;

  /** A name, an operator. */
  String name = "";

  JsonNode literal = Values.UNDEFINED;

  /**
   * The parts: steps of a path, items, arguments behind the procedure, both sides of an operator.
   */
  List<Draft> parts = List.of();

  /** The parameters of a lambda. */
  List<String> parameters = List.of();

  /** For each term of a sort, whether it goes down. */
  List<Boolean> descending = List.of();

  List<Pair> pairs = List.of();
  @Nullable Signature signature;
  @Nullable Group group;
  @Nullable List<Stage> predicates;
  @Nullable List<Stage> stages;
  @Nullable String focus;
  @Nullable String index;
  @Nullable Slot ancestor;
  @Nullable Slot slot;
  @Nullable List<Slot> seekingParent;
  boolean keepArray;
  boolean keepSingletonArray;
  boolean tuple;
  boolean constructed;

  Draft(Kind kind, int position) {
    this.kind = kind;
    this.position = position;
  }

  Draft(Kind kind, int position, String name) {
    this(kind, position);
    this.name = name;
  }

  boolean is(Kind other) {
    return kind == other;
  }

  Draft with(Draft part) {
    if (parts.isEmpty()) {
      parts = new ArrayList<>(FEW);
    }
    parts.add(part);
    return this;
  }

  Draft last() {
    return parts.get(parts.size() - 1);
  }
}
