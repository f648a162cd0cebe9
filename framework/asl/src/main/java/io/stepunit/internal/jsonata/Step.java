package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a path. */
final class Step {
  private final @Nullable Code code;
  private final @Nullable Sorting sorting;
  private final List<Stage> stages;
  private final Predicate[] predicates;
  private final Names names;
  private final boolean constructed;
  private final Leaves.@Nullable Name field;

  /**
   * Makes a step of its parts.
   *
   * @param code what it makes of each item; null in a step that sorts
   * @param sorting how it sorts; null in any other step
   * @param stages the predicates on what it finds, and names for the places of that
   * @param names the names that it binds
   * @param constructed whether it is an array as it is written, which is not flattened
   */
  Step(
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
    field = predicates.length == 0 && code instanceof Leaves.Name name ? name : null;
  }

  /** A predicate, or the name that is bound to the place of each item. */
  record Stage(@Nullable Predicate predicate, @Nullable String index) {}

  /**
   * The names that are bound to the value, to its place, and to the value of the step before.
   *
   * @param any whether any step from here on has to remember names
   */
  record Names(
      boolean any, @Nullable String focus, @Nullable String index, Draft.@Nullable Slot ancestor) {}

  private static Predicate[] predicates(List<Stage> stages) {
    List<Predicate> predicates = new ArrayList<>(stages.size());
    for (Stage stage : stages) {
      if (stage.predicate() != null) {
        predicates.add(stage.predicate());
      }
    }
    return predicates.toArray(new Predicate[0]);
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

  boolean startsAnew() {
    return code instanceof Leaves.Variable || code instanceof Leaves.Context;
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
  JsonNode all(Evaluation evaluation, JsonNode items, Frame frame, boolean last) {
    if (sorting != null) {
      return sorted(evaluation, items, frame);
    }
    Sequence found = new Sequence(items.size());
    JsonNode only = Values.UNDEFINED;
    int count = 0;
    int size = items.size();
    for (int i = 0; i < size; i++) {
      JsonNode value = single(evaluation, items.get(i), frame);
      if (value == Values.UNDEFINED) {
        continue;
      }
      count++;
      only = value;
      if (value instanceof ArrayNode array && !Sequence.isConstructed(value)) {
        evaluation.budget().steps(value.size());
        found.addAll(array);
        evaluation.budget().grown(found);
      } else {
        found.add(value);
      }
    }
    if (last && count == 1 && only.isArray() && !Sequence.is(only)) {
      return only;
    }
    evaluation.budget().grown(found);
    return found.isEmpty() ? Values.UNDEFINED : found;
  }

  private JsonNode sorted(Evaluation evaluation, JsonNode items, Frame frame) {
    JsonNode sorted = items;
    if (items.size() == 1 && !(items instanceof Sequence)) {
      sorted = Sequence.of(items.get(0));
    } else if (sorting != null && items instanceof ArrayNode array) {
      sorted = sorting.apply(evaluation, array, frame);
    }
    for (Predicate predicate : predicates) {
      sorted = predicate.apply(evaluation, sorted, frame);
    }
    return sorted.isArray() && sorted.isEmpty() ? Values.UNDEFINED : sorted;
  }
}
