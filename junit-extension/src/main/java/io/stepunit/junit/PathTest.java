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
 * Runs a test once for each way through the class's machine. Takes the place of {@code @Test}, and
 * asserts what must hold whatever way an execution goes.
 *
 * <pre>{@code
 * @StateMachineTest("order.asl.json")
 * class OrderTest {
 *   @PathTest
 *   void tells_the_customer(PathCase path, TestStateMachine order) {
 *     Execution run = path.run(order);
 *
 *     assertThat(run).visited("Notify");
 *   }
 * }
 * }</pre>
 *
 * <p>The paths are as few as together take each {@code Next}, each {@code Default}, each rule of a
 * Choice and each Catcher, use each Retrier, and enter each state. Inputs, results and errors are
 * worked out from what the definition says. Each path has an environment of its own, and is named
 * after what it does: {@code Reserve → Charge ✗ Payment.Declined → Release}.
 *
 * <p>A transition for which no input and no answers were found has a test of its own, which fails
 * and says what is missing: it must not go unnoticed. One that is known is named in {@link
 * #unsolved}; its test is skipped. Of several CI jobs each runs a part with {@code
 * stepunit.shard=3/8}.
 *
 * @since 0.1.0
 * @see io.stepunit.path.PathCase
 */
@API(status = API.Status.EXPERIMENTAL)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(PathTestExtension.class)
public @interface PathTest {
  /**
   * How often a path comes back to a state at most. A transition that takes more rounds of a loop
   * is one that is missing, and its test says how many.
   */
  int loops() default 3;

  /**
   * The transitions that are known to be missing, as the failures name them: {@code "Check →
   * Review"}. One that is not missing any more is refused.
   */
  String[] unsolved() default {};
}
