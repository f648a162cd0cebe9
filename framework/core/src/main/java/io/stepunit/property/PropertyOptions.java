package io.stepunit.property;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * How to look for a case in which a machine does not keep to a property. Immutable.
 *
 * <pre>{@code
 * PropertyOptions.STANDARD.tryingAtMost(10_000).seed(7).without(Dimension.REDRIVE)
 * }</pre>
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class PropertyOptions {
  private static final int CASES = 1_000;

  /** 1,000 cases at most, of all kinds, by the seed 0. */
  public static final PropertyOptions STANDARD = new PropertyOptions();

  // Only a copy that nobody has seen yet is changed.
  private int mostCases = CASES;
  private long seed;
  private int part = 1;
  private int parts = 1;
  private Set<Dimension> dimensions = Set.of(Dimension.values());
  private List<Object> inputs = List.of();
  private List<String> unharmed = List.of();
  private BooleanSupplier stop = () -> false;
  private Optional<String> assertion = Optional.empty();

  private PropertyOptions() {}

  /** What cases differ in. */
  public enum Dimension {
    /** Inputs, made from what the definition reads. */
    INPUTS,
    /** Faults of Tasks, those of a fault matrix, one or two in an execution. */
    FAULTS,
    /** Orders of what may happen in any. */
    INTERLEAVINGS,
    /** Express executions that AWS runs twice, one run after the other or both at once. */
    DUPLICATES,
    /** Failed executions that are redriven when nothing goes wrong any more. */
    REDRIVE
  }

  private PropertyOptions changed(Consumer<PropertyOptions> change) {
    PropertyOptions copy = new PropertyOptions();
    copy.mostCases = mostCases;
    copy.seed = seed;
    copy.part = part;
    copy.parts = parts;
    copy.dimensions = dimensions;
    copy.inputs = inputs;
    copy.unharmed = unharmed;
    copy.stop = stop;
    copy.assertion = assertion;
    change.accept(copy);
    return copy;
  }

  /**
   * Tries so many cases at most.
   *
   * @param most at least one
   * @throws IllegalArgumentException if it is less
   */
  public PropertyOptions tryingAtMost(int most) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "At least one case has to be tried, but the most are " + most + ".");
    }
    return changed(copy -> copy.mostCases = most);
  }

  /** Chooses the cases anew that are chosen at random; the same seed gives the same ones. */
  public PropertyOptions seed(long number) {
    return changed(copy -> copy.seed = number);
  }

  /** Keeps the cases the same in these ways. */
  public PropertyOptions without(Dimension... which) {
    Objects.requireNonNull(which, "which");
    EnumSet<Dimension> left = EnumSet.noneOf(Dimension.class);
    left.addAll(dimensions);
    List.of(which).forEach(left::remove);
    return changed(copy -> copy.dimensions = Set.copyOf(left));
  }

  /**
   * Also tries inputs of the test's own, before all others.
   *
   * @param more JSON text or values, as {@code run} takes them
   */
  public PropertyOptions alsoWith(Object... more) {
    Objects.requireNonNull(more, "more");
    List<Object> all = new ArrayList<>(inputs);
    all.addAll(List.of(more));
    return changed(copy -> copy.inputs = List.copyOf(all));
  }

  /**
   * Tries no other inputs than those of the test.
   *
   * @param only at least one: JSON text or values, as {@code run} takes them
   * @throws IllegalArgumentException if there is none
   */
  public PropertyOptions onlyWith(Object... only) {
    Objects.requireNonNull(only, "only");
    if (only.length == 0) {
      throw new IllegalArgumentException("onlyWith(…) names no input; expected one at least.");
    }
    return alsoWith(only).without(Dimension.INPUTS);
  }

  /** Lets no fault befall these Tasks. */
  public PropertyOptions neverFailing(String... tasks) {
    Objects.requireNonNull(tasks, "tasks");
    List<String> all = new ArrayList<>(unharmed);
    all.addAll(List.of(tasks));
    return changed(copy -> copy.unharmed = List.copyOf(all));
  }

  /**
   * Tries one of several parts of the cases, which together are all: each CI job another one.
   *
   * @param number which, from 1
   * @param count how many parts there are
   * @throws IllegalArgumentException if there is no such part
   */
  public PropertyOptions part(int number, int count) {
    if (number < 1 || number > count) {
      throw new IllegalArgumentException(
          "There is no part %s of %s: parts are counted from 1.".formatted(number, count));
    }
    return changed(
        copy -> {
          copy.part = number;
          copy.parts = count;
        });
  }

  /**
   * Tries no more cases as soon as a condition holds, such as that a time is over. It is asked
   * before each case but the first.
   */
  public PropertyOptions stoppingWhen(BooleanSupplier condition) {
    Objects.requireNonNull(condition, "condition");
    return changed(copy -> copy.stop = condition);
  }

  /**
   * Ends the test to paste with this statement, where the property itself is not source, as with a
   * condition on data.
   *
   * @param statement what asserts the property of a machine: {@code noMoneyIsLost(order);}
   */
  public PropertyOptions assertedBy(String statement) {
    Objects.requireNonNull(statement, "statement");
    return changed(copy -> copy.assertion = Optional.of(statement));
  }

  /** How many cases are tried at most. */
  public int mostCases() {
    return mostCases;
  }

  /** What the choice of cases derives from. */
  public long seed() {
    return seed;
  }

  /** Which part of the cases is tried, from 1. */
  public int part() {
    return part;
  }

  /** How many parts there are. */
  public int parts() {
    return parts;
  }

  /** What cases differ in. */
  public Set<Dimension> dimensions() {
    return dimensions;
  }

  /** Whether cases differ in a way. */
  public boolean has(Dimension dimension) {
    return dimensions.contains(Objects.requireNonNull(dimension, "dimension"));
  }

  /** The inputs of the test's own. */
  public List<Object> inputs() {
    return inputs;
  }

  /** The Tasks that no fault befalls. */
  public List<String> unharmed() {
    return unharmed;
  }

  /** What ends the test to paste; empty where the property itself does. */
  public Optional<String> assertion() {
    return assertion;
  }

  /** Whether no more cases are to be tried. */
  public boolean isOver() {
    return stop.getAsBoolean();
  }
}
