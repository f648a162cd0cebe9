package io.stepunit.junit;

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
 * Runs a test under many interleavings: different orders of concurrent events at the same instant,
 * and different durations of Tasks within given ranges. Takes the place of {@code @Test}.
 *
 * <pre>{@code
 * @StateMachineTest("stock.asl.json")
 * class StockTest {
 *   @Interleavings(500)
 *   void never_sells_twice(TestStateMachine stock) {
 *     ...
 *     assertThat(stock.effects("Sell")).happenedOncePer("$.item");
 *   }
 * }
 * }</pre>
 *
 * <p>The orders are those of the seeds 0, 1, 2 …; 0 is the engine's own. The first that fails ends
 * the test, unless JUnit's parallel execution is on: they run on all cores then, and
 * {@code @Execution(SAME_THREAD)} on the method keeps them on one thread. A failure's report names
 * the seed, and an order that passes with the place where the two part. {@code @Interleavings(only
 * = "17")}, or the configuration parameter {@code stepunit.interleaving=17}, runs that one alone.
 * Of several CI jobs each tries a part of the seeds with {@code stepunit.shard=3/8}.
 *
 * <p>Each order has an environment of its own. Mocks that are not used in it are accepted.
 *
 * @since 0.1.0
 * @see io.stepunit.Interleaving
 */
@API(status = API.Status.EXPERIMENTAL)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(InterleavingsExtension.class)
public @interface Interleavings {
  /** The maximum number of orders. */
  int value() default 100;

  /** Which orders are tried. */
  Orders orders() default Orders.SEEDED;

  /**
   * Whether all orders must have the same outcome: the same status, error and output of each
   * execution. Asked after the test method has passed.
   */
  boolean sameOutcome() default false;

  /** The one order to run, by the name that a report gives it. */
  String only() default "";

  /** Which orders an {@link Interleavings} tries. */
  enum Orders {
    /** The orders of the seeds 0, 1, 2 …: a sample. */
    SEEDED,
    /**
     * All orders, up to the given number; the report shows whether they were all. For small
     * machines: the number of orders grows as that of the paths through a grid. Durations given as
     * a range are tried at its two ends. Where JUnit's parallel execution is on, the method needs
     * {@code @Execution(SAME_THREAD)}: each order follows from the one before.
     */
    ALL
  }
}
