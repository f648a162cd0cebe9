package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a path. */
final class Step {
  private static final Predicate[] NO_PREDICATES = {};

  private final @Nullable Code code;
  private final @Nullable Sorting sorting;
  private final List<Stage> stages;
  private final Predicate[] predicates;
  private final Names names;
  private final boolean constructed;
  private final boolean startsAnew;
  private final Leaves.@Nullable Name field;

  private Step(
      @Nullable Code code,
      @Nullable Sorting sorting,
      List<Stage> stages,
      Names names,
      boolean constructed) {
    this.code = code;
    this.sorting = sorting;
    this.stages = stages;
    this.names = names;
    this.constructed = constructed;
    predicates = predicates(stages);
    startsAnew = code instanceof Leaves.Variable || code instanceof Leaves.Context;
    field = predicates.length == 0 && code instanceof Leaves.Name name ? name : null;
  }

  /**
   * A step that makes something of each item.
   *
   * @param code what it makes
   * @param stages the predicates on what it finds, and names for the places of that
   * @param names the names that it binds
   * @param constructed whether it is an array as it is written, which is not flattened
   */
  static Step of(Code code, List<Stage> stages, Names names, boolean constructed) {
    return new Step(code, null, stages, names, constructed);
  }

  /** A step that sorts the items. */
  static Step sorting(Sorting sorting, List<Stage> stages, Names names) {
    return new Step(null, sorting, stages, names, false);
  }

  /** A predicate, or the name that is bound to the place of each item. */
  record Stage(@Nullable Predicate predicate, @Nullable String index) {}

  /**
   * The names that are bound to the value, to its place, and to the value of the step before.
   *
   * @param any whether any step from here on has to remember names
   */
  record Names(
      boolean any, @Nullable String focus, @Nullable String index, Draft.@Nullable Slot ancestor) {
    static final Names NONE = new Names(false, null, null, null);
  }

  private static Predicate[] predicates(List<Stage> stages) {
    if (stages.isEmpty()) {
      return NO_PREDICATES;
    }
    List<Predicate> predicates = new ArrayList<>(stages.size());
    for (Stage stage : stages) {
      if (stage.predicate() != null) {
        predicates.add(stage.predicate());
      }
    }
    return predicates.toArray(NO_PREDICATES);
  }

  @Nullable Sorting sorting() {
    return sorting;
  }

  List<Stage> stages() {
    return stages;
  }

  Names names() {
    return names;
  }

  boolean constructed() {
    return constructed;
  }

  /** The field that it is, if it is no more than that. */
  Leaves.@Nullable Name field() {
    return field;
  }

  /** Whether it begins with a value of its own, also where the context is an array. */
  boolean startsAnew() {
    return startsAnew;
  }

  /** What it makes of the context, or of what the steps before have found. */
  JsonNode code(Evaluation evaluation, JsonNode input, Frame frame) {
    return code == null ? input : code.run(evaluation, input, frame);
  }

  /** The same with the predicates. */
  JsonNode single(Evaluation evaluation, JsonNode input, Frame frame) {
    if (field != null) {
      return field.run(evaluation, input, frame);
    }
    JsonNode value = code(evaluation, input, frame);
    for (Predicate predicate : predicates) {
      value = predicate.apply(evaluation, value, frame);
    }
    return value;
  }

  /**
   * What it makes of all items, in one sequence; undefined if that is nothing.
   *
   * @param last whether it is the last step: what it makes of one item only is not flattened
   */
  JsonNode all(Evaluation evaluation, ArrayNode items, Frame frame, boolean last) {
    if (sorting != null) {
      return sorted(evaluation, sorting, items, frame);
    }
    Budget budget = evaluation.budget();
    int size = items.size();
    if (field != null && size > 0) {
      budget.nodes(1, size);
      Sequence values = field.ofObjects(items);
      if (values != null) {
        budget.grown(values);
        return values.isEmpty() ? Values.UNDEFINED : values;
      }
    }
    Found found = new Found(size, budget);
    for (int i = 0; i < size; i++) {
      JsonNode item = items.get(i);
      found.add(field == null ? single(evaluation, item, frame) : field.of(item, budget));
    }
    return found.all(last);
  }

  private JsonNode sorted(Evaluation evaluation, Sorting sorting, ArrayNode items, Frame frame) {
    JsonNode sorted =
        items.size() == 1 && !(items instanceof Sequence)
            ? Sequence.of(items.get(0))
            : sorting.apply(evaluation, items, frame);
    for (Predicate predicate : predicates) {
      sorted = predicate.apply(evaluation, sorted, frame);
    }
    return sorted.isArray() && sorted.isEmpty() ? Values.UNDEFINED : sorted;
  }
}
