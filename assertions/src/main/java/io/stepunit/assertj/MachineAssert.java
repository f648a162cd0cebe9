package io.stepunit.assertj;

import io.stepunit.Recording;
import io.stepunit.TestStateMachine;
import io.stepunit.equivalence.Equivalence;
import io.stepunit.equivalence.EquivalenceOptions;
import io.stepunit.internal.assertj.ShouldBehaveLike;
import io.stepunit.internal.assertj.ShouldHold;
import io.stepunit.property.Property;
import io.stepunit.property.PropertyOptions;
import io.stepunit.property.PropertyResult;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a state machine as a whole.
 *
 * <pre>{@code
 * assertThat(inJsonata).comparingDataAt("Total").behavesLike(inJsonPath);
 * }</pre>
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public class MachineAssert extends AbstractStepUnitAssert<MachineAssert, TestStateMachine> {
  private EquivalenceOptions options = EquivalenceOptions.STANDARD;

  /** For soft assertions, which create subclasses; tests call {@code assertThat}. */
  protected MachineAssert(@Nullable TestStateMachine actual) {
    super(actual, MachineAssert.class);
  }

  /** Also compares the outputs of these states of the original, visit by visit. */
  public MachineAssert comparingDataAt(String... states) {
    options = options.comparingDataAt(states);
    return this;
  }

  /**
   * Lets the effects of these Tasks of the original come in any order among each other, and at any
   * time: they are independent.
   */
  public MachineAssert ignoringOrderOf(String... tasks) {
    options = options.ignoringOrderOf(tasks);
    return this;
  }

  /** Says that a state of the original has another name now. */
  public MachineAssert renaming(String original, String now) {
    options = options.renaming(original, now);
    return this;
  }

  /** Also compares the names of the visited states, in their order. */
  public MachineAssert comparingStateNames() {
    options = options.comparingStateNames();
    return this;
  }

  /** Lets effects and the end come at any virtual time. */
  public MachineAssert ignoringTimes() {
    options = options.ignoringTimes();
    return this;
  }

  /** Tries no case in which a Task is made to fail. */
  public MachineAssert withoutFaults() {
    options = options.withoutFaults();
    return this;
  }

  /**
   * Tries so many cases at most; 1,000 by default.
   *
   * @param most at least one
   */
  public MachineAssert tryingAtMost(int most) {
    options = options.tryingAtMost(most);
    return this;
  }

  /**
   * Also tries inputs of the test's own, before all others.
   *
   * @param inputs JSON text or values, as {@code run} takes them
   */
  public MachineAssert alsoWith(Object... inputs) {
    options = options.alsoWith(inputs);
    return this;
  }

  /** Also tries the inputs of recorded executions, with the results that their Tasks had. */
  public MachineAssert alsoReplaying(List<Recording> recordings) {
    options = options.alsoReplaying(recordings);
    return this;
  }

  /**
   * Verifies that the machine does what another one does: it ends the same way with the same
   * output, and its Tasks send the same requests, in the same order and at the same times.
   *
   * <p>Both run on inputs and results that are derived from what they read, and with faults. A
   * failure shows the smallest case in which they differ, with both sides.
   *
   * @param original the machine that is right
   * @throws IllegalArgumentException if an option names a state that is not there
   */
  public MachineAssert behavesLike(TestStateMachine original) {
    Objects.requireNonNull(original, "original");
    isNotNull();
    Equivalence equivalence = actual.compareWith(original, options);
    if (!equivalence.isSame()) {
      throwAssertionError(
          ShouldBehaveLike.shouldBehaveLike(actual.name(), original.name(), equivalence));
    }
    if (equivalence.succeeded() == 0) {
      throwAssertionError(ShouldBehaveLike.nothingSucceeded(original.name(), equivalence));
    }
    return this;
  }

  /**
   * Verifies that the machine keeps to a property in all cases that are tried: with inputs derived
   * from what the definition reads, faults, interleavings, second runs of Express executions, and
   * redrives.
   *
   * <pre>{@code
   * assertThat(order).alwaysHolds(after("Charge").eventually("Ship", "Refund"));
   * }</pre>
   *
   * <p>A failure shows the smallest case in which it does not, with the timeline and a test to
   * paste. It also fails if what the property is about happens in no case.
   *
   * @throws IllegalArgumentException if the property names a state that is not there
   */
  public MachineAssert alwaysHolds(Property property) {
    return alwaysHolds(property, PropertyOptions.STANDARD);
  }

  /**
   * Verifies that the machine keeps to a property in all cases that are tried.
   *
   * @throws IllegalArgumentException if the property or the options name a state that is not there
   */
  public MachineAssert alwaysHolds(Property property, PropertyOptions options) {
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(options, "options");
    isNotNull();
    PropertyResult result = actual.check(property, options);
    if (!result.holds()) {
      throwAssertionError(ShouldHold.always(actual.name(), property.toString(), result));
    }
    return this;
  }

  /**
   * Verifies that the machine has kept to a property in its executions so far.
   *
   * <pre>{@code
   * order.run(ORDER);
   *
   * assertThat(order).holds(never("Ship").without("Charge"));
   * }</pre>
   *
   * <p>What did not happen breaks no property: after executions without {@code Ship} this holds.
   *
   * @throws IllegalArgumentException if the property names a state that is not there
   */
  public MachineAssert holds(Property property) {
    Objects.requireNonNull(property, "property");
    isNotNull();
    actual
        .judge(property)
        .violation()
        .ifPresent(
            violation ->
                throwAssertionError(
                    ShouldHold.soFar(actual.name(), violation, actual.executions())));
    return this;
  }
}
