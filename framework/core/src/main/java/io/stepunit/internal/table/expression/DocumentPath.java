package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.AttributeValue.Items;
import io.stepunit.internal.table.value.TableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where an attribute is, or a part of one: {@code Reviews.FiveStar[1]}.
 *
 * @param steps from the item down, at least one; the first is a name
 */
public record DocumentPath(List<Step> steps) {
  /** One step down. */
  public sealed interface Step {
    /** To a member of a map. */
    record Name(String name) implements Step {
      @Override
      public String toString() {
        return name;
      }
    }

    /** To an element of a list, counted from 0. */
    record Index(int index) implements Step {
      @Override
      public String toString() {
        return "[" + index + "]";
      }
    }
  }

  /** Keeps a copy. */
  public DocumentPath {
    steps = List.copyOf(steps);
  }

  /** The name of the attribute that the path begins with. */
  public String attribute() {
    return ((Step.Name) steps.get(0)).name();
  }

  /** Whether it is an attribute as a whole. */
  boolean isWholeAttribute() {
    return steps.size() == 1;
  }

  /** The index of the last step; empty if that is a name. */
  Optional<Integer> lastIndex() {
    return steps.get(steps.size() - 1) instanceof Step.Index last
        ? Optional.of(last.index())
        : Optional.empty();
  }

  /** What is there in an item. */
  Optional<AttributeValue> in(Attributes item) {
    Optional<AttributeValue> found = Optional.of(item);
    for (Step step : steps) {
      found = found.flatMap(value -> child(value, step));
    }
    return found;
  }

  private static Optional<AttributeValue> child(AttributeValue value, Step step) {
    if (step instanceof Step.Name name && value instanceof Attributes map) {
      return map.get(name.name());
    }
    return step instanceof Step.Index index
            && value instanceof Items list
            && index.index() < list.members().size()
        ? Optional.of(list.members().get(index.index()))
        : Optional.empty();
  }

  /**
   * The item with another value here. An index past the end of a list appends.
   *
   * @throws TableException {@code ValidationException} if there is nothing that could hold the
   *     value
   */
  Attributes set(Attributes item, AttributeValue value) {
    return (Attributes) changed(item, 0, Optional.of(value));
  }

  /**
   * The item without what is here.
   *
   * @throws TableException {@code ValidationException} if there is nothing that could hold it
   */
  Attributes remove(Attributes item) {
    return (Attributes) changed(item, 0, Optional.empty());
  }

  private AttributeValue changed(
      AttributeValue container, int depth, Optional<AttributeValue> value) {
    Step step = steps.get(depth);
    boolean isLast = depth == steps.size() - 1;
    Optional<AttributeValue> after =
        isLast
            ? value
            : Optional.of(
                changed(child(container, step).orElseThrow(this::invalid), depth + 1, value));
    if (step instanceof Step.Name name && container instanceof Attributes map) {
      return after.map(v -> map.with(name.name(), v)).orElseGet(() -> map.without(name.name()));
    }
    if (step instanceof Step.Index index && container instanceof Items list) {
      return changed(list, index.index(), after);
    }
    throw invalid();
  }

  private static Items changed(Items list, int index, Optional<AttributeValue> value) {
    List<AttributeValue> members = new ArrayList<>(list.members());
    boolean isThere = index < members.size();
    if (value.isPresent() && isThere) {
      members.set(index, value.get());
    } else if (value.isPresent()) {
      members.add(value.get());
    } else if (isThere) {
      members.remove(index);
    }
    return new Items(members);
  }

  private TableException invalid() {
    return TableException.invalid(
        "The document path provided in the update expression is invalid for update");
  }

  /** The path as DynamoDB's messages show it: {@code [Reviews, FiveStar, [1]]}. */
  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
