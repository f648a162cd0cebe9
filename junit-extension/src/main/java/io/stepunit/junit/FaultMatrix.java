package io.stepunit.junit;

import io.stepunit.Fault.Attempts;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs a test once for each combination of a Task state of the class's machine and a fault. Takes
 * the place of {@code @Test}, and asserts what must hold whatever goes wrong.
 *
 * <pre>{@code
 * @StateMachineTest("order.asl.json")
 * class OrderTest {
 *   @FaultMatrix
 *   void money_is_never_lost(TestStateMachine order, Fault fault) {
 *     Execution run = order.run(ORDER);
 *
 *     assertThat(run).isEnded();
 *   }
 * }
 * }</pre>
 *
 * <p>The faults are those of {@link io.stepunit.internal.fault.FaultPlan}: what the definition
 * itself names in Retry and Catch, a timeout, {@code States.TaskFailed}, a refused permission, an
 * unknown error, each on the first attempt and on every attempt, and a reply that is lost after the
 * Task did its work. The fault is injected before {@code @BeforeEach}; the test mocks what goes
 * well. Each combination has an environment of its own, and is named after it: {@code Charge ×
 * Card.Declined, every attempt}.
 *
 * <p>Mocks that no call comes to, and faults whose Task is not called, are accepted. When the class
 * ends, a report entry {@code stepunit.faultMatrix} tells which combinations failed and how, equal
 * failures once, which ended by an error that nothing handles, which Retriers and Catchers were
 * never used, which Tasks were never called or never failed, and the time. Where several
 * combinations fail alike, only the first shows its timeline. A missing mock stops the test: the
 * combinations that are left do not run. The report entry is printed, too, unless the configuration
 * parameter {@code stepunit.faultMatrix.print} is {@code false}.
 *
 * <p>Where JUnit's parallel execution is enabled the combinations run concurrently;
 * {@code @Execution(SAME_THREAD)} on the method keeps them on one thread. If they take a while, the
 * progress is told: on a terminal of their own by a line that is written over, in a log by a line
 * after ten seconds and then ever more seldom. The configuration parameter {@code
 * stepunit.progress} turns it off ({@code false}), or on from the start ({@code true}). Of several
 * CI jobs each runs a part with {@code stepunit.shard=3/8}.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(FaultMatrixExtension.class)
public @interface FaultMatrix {
  /** The Task states to fail, by name; all by default. */
  String[] states() default {};

  /** The Task states not to fail, by name. */
  String[] excludeStates() default {};

  /**
   * The faults, by the text after the × in the names of the combinations: an error's name, {@code
   * times out}, {@code permission refused}, {@code reply lost}; all by default.
   */
  String[] faults() default {};

  /** Faults that are left out, named as {@link #faults}. */
  String[] excludeFaults() default {};

  /** On which attempts. */
  Attempts[] attempts() default {Attempts.FIRST, Attempts.EVERY};

  /**
   * Whether to run also pairs of faults of different states in one execution. Only so are states
   * reached, and broken, that undo the work of others. The number of combinations is about half the
   * square of what it is without.
   */
  boolean pairs() default false;
}
