package io.stepunit.junit;

import io.stepunit.property.PropertyOptions.Dimension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Asserts what a machine always has to keep to: the method is called after each of up to 1,000
 * executions of the class's machine, with different inputs, faults, interleavings, second runs and
 * redrives. Takes the place of {@code @Test}.
 *
 * <pre>{@code
 * @StateMachineTest("order.asl.json")
 * class OrderTest {
 *   @AlwaysHolds
 *   void no_money_is_lost(TestStateMachine order) {
 *     assertThat(order).holds(after("Charge").eventually("Ship", "Refund"));
 *   }
 *
 *   @AlwaysHolds
 *   void tells_the_customer(Execution run) {
 *     assertThat(run).visited("Notify");
 *   }
 * }
 * }</pre>
 *
 * <p>The machine, the environment and the execution that the method takes are those of one case,
 * and so are the fields of the class; the method starts no execution itself. Mocks and faults of
 * {@code @BeforeEach}, and Mockito mocks, act in each case; a Task without a mock is answered by
 * what the definition reads. A violated assumption leaves a case out.
 *
 * <p>The first case after which the method fails is made as small as possible: the smallest input,
 * the fewest faults, the first order. The failure shows it with its timeline and a test to paste.
 * It is a failure, too, if what a property is about happens in no case. The same seed finds the
 * same case.
 *
 * <p>Progress is told as by {@link FaultMatrix}, and several CI jobs share the cases by {@code
 * stepunit.shard=3/8}. The configuration parameters {@code stepunit.property.cases} and {@code
 * stepunit.property.seed} win over the annotation, for a nightly job that tries more.
 *
 * @since 0.1.0
 * @see io.stepunit.property.Property
 */
@API(status = API.Status.EXPERIMENTAL)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
@ExtendWith(AlwaysHoldsExtension.class)
public @interface AlwaysHolds {
  /** The maximum number of cases. */
  int cases() default 1_000;

  /**
   * The real time after which no further case is tried, an ISO-8601 duration such as {@code PT30S}.
   * Default: none. How many cases that are depends on the machine.
   */
  String within() default "";

  /** Chooses the cases anew that are chosen at random. */
  long seed() default 0;

  /** Inputs of the test's own, as JSON: they are tried before all others. */
  String[] inputs() default {};

  /**
   * What all cases have in common; with {@link Dimension#INPUTS} only {@link #inputs} are tried.
   */
  Dimension[] without() default {};

  /** Tasks that no fault befalls, by name. */
  String[] neverFailing() default {};
}
