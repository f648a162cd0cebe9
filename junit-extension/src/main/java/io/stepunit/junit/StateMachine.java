package io.stepunit.junit;

import io.stepunit.asl.WorkflowType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a state machine into a parameter or field. It is registered in the environment of the
 * test, beside the machine of {@link StateMachineTest}; the same resource under the same name is
 * the same machine. It works as a meta-annotation.
 *
 * <pre>{@code
 * @Test
 * void starts_the_child(TestStateMachine parent, @StateMachine("child.asl.json") TestStateMachine child) {
 *   child.mock("Step").returns(Map.of("done", true));
 *   ...
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface StateMachine {
  /**
   * The definition, found like {@link StateMachineTest#value}. Default: the machine of the class.
   */
  String value() default "";

  /** The machine's id in a template; see {@link StateMachineTest#id}. */
  String id() default "";

  /** The values of placeholders; see {@link StateMachineTest#values}. */
  String[] values() default {};

  /**
   * The name or ARN to register the machine by. Default: the file's name up to its first dot,
   * {@code child} for {@code child.asl.json}; for a machine of a template its name there, or else
   * its id.
   */
  String name() default "";

  /**
   * The type of the machine, as in {@code type = WorkflowType.EXPRESS}. Default: that of the class
   * for its own machine, else that of the template, or {@link WorkflowType#STANDARD}. One at most.
   */
  WorkflowType[] type() default {};
}
