package io.stepunit.internal.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an expression reads data, in either query language.
 *
 * @param source where the way starts
 * @param steps the way from there; for a variable, its name comes first
 */
public record DataPath(Source source, List<Step> steps) {
  /** The document that the way starts in. */
  public enum Source {
    /** {@code $}, or {@code $states.input}. */
    INPUT,
    /** The context object. */
    CONTEXT,
    /** {@code $states.result}. */
    RESULT,
    /** {@code $states.errorOutput}. */
    ERROR_OUTPUT,
    /** A workflow variable. */
    VARIABLE
  }

  /** One step of the way. */
  public sealed interface Step {
    /** The name of the field that the step enters, empty if it enters items. */
    Optional<String> name();

    /** Into a field of an object. */
    record Field(String field) implements Step {
      @Override
      public Optional<String> name() {
        return Optional.of(field);
      }
    }

    /**
     * Into one item of an array.
     *
     * @param index from 0; counted from the end if negative
     */
    record Item(int index) implements Step {
      @Override
      public Optional<String> name() {
        return Optional.empty();
      }
    }

    /** Into some or all items of an array. */
    record Items() implements Step {
      @Override
      public Optional<String> name() {
        return Optional.empty();
      }
    }
  }

  private static final Step ITEMS = new Step.Items();

  public DataPath {
    steps = List.copyOf(steps);
  }

  /** A whole document. */
  public static DataPath of(Source source) {
    return new DataPath(source, List.of());
  }

  /** The value of a variable. */
  public static DataPath variable(String name) {
    return of(Source.VARIABLE).field(name);
  }

  /** The path to a field of what is here. */
  public DataPath field(String name) {
    return with(new Step.Field(name));
  }

  /** The path to the items of what is here. */
  public DataPath items() {
    return with(ITEMS);
  }

  /** The path to one item of what is here. */
  public DataPath item(int index) {
    return with(new Step.Item(index));
  }

  /** The path that goes on by these steps. */
  public DataPath with(List<Step> more) {
    List<Step> longer = new ArrayList<>(steps);
    longer.addAll(more);
    return new DataPath(source, longer);
  }

  private DataPath with(Step step) {
    return with(List.of(step));
  }
}
