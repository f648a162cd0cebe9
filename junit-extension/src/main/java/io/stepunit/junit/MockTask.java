package io.stepunit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects a Mockito mock that answers a Task into a field or parameter of type {@link
 * io.stepunit.TaskHandler}. Needs Mockito 5 on the class path, but no agent.
 *
 * <pre>{@code
 * @Test
 * void charges_once(TestStateMachine order, @MockTask("Charge") TaskHandler charge)
 *     throws Exception {
 *   when(charge.handle(any())).thenReturn(TaskReply.succeeds(PAID));
 *
 *   order.run(ORDER);
 *
 *   verify(charge, times(1)).handle(any());
 * }
 * }</pre>
 *
 * <p>Each test gets a new mock. A call that is not stubbed aborts the test. Parameters are those of
 * test methods and of {@code @BeforeEach}; one of a test method that is stubbed and never called
 * fails the test. A field is set before the first {@code @BeforeEach} method, when the {@code
 * BeforeEachCallback}s of other extensions have run: under a Mockito session, as {@code
 * MockitoExtension} opens one, the session's strictness holds for the mock.
 *
 * <p>It works as a meta-annotation.
 *
 * @since 0.1.0
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface MockTask {
  /**
   * The Task in the machine of the class, by its state's name or path ({@code Lines[3]/Charge}).
   */
  String value();
}
