package io.stepunit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field of type {@link io.stepunit.spi.TaskHandler} takes a Mockito mock that answers a Task.
 * Needs Mockito on the class path.
 *
 * <pre>{@code
 * @MockTask("Charge") TaskHandler charge;
 *
 * @Test
 * void charges_once(TestStateMachine order) throws Exception {
 *   when(charge.handle(any())).thenReturn(TaskReply.succeeds(PAID));
 *
 *   order.run(ORDER);
 *
 *   verify(charge, times(1)).handle(any());
 * }
 * }</pre>
 *
 * <p>Each test gets a new mock. A call that is not stubbed aborts the test.
 *
 * @since 0.1
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface MockTask {
  /**
   * The Task in the machine of the class, by its state's name or path ({@code Lines[3]/Charge}).
   */
  String value();
}
