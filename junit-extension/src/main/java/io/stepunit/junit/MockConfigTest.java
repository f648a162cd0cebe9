package io.stepunit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test once for each test case of a {@code MockConfigFile.json}, the mock configuration of
 * Step Functions Local. Takes the place of {@code @Test}.
 *
 * <pre>{@code
 * @StateMachineTest("order.asl.json")
 * class OrderTest {
 *   @MockConfigTest("MockConfigFile.json")
 *   void ends_as_planned(MockCase mocked, TestStateMachine order) {
 *     Execution run = mocked.run(order, Map.of("id", 7));
 *
 *     assertThat(run).isSucceeded();
 *   }
 * }
 * }</pre>
 *
 * <p>Each case has an environment of its own. Tasks that it does not name are mocked by the test;
 * mocks that no call comes to are accepted.
 *
 * <p>A file that is missing or wrong fails the test, and the message tells each place.
 *
 * @since 0.1.0
 * @see io.stepunit.mock.MockConfigFile
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(MockConfigExtension.class)
public @interface MockConfigTest {
  /**
   * The mock configuration. Looked for like a definition: on the class path beside the test class,
   * at the root of the class path, as a file, relative to the working directory.
   */
  String value();

  /**
   * The machine, as the file names it, whose cases are run. Must be said if the file has several
   * machines.
   */
  String machine() default "";
}
