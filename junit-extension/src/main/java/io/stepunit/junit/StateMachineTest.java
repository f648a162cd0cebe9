package io.stepunit.junit;

import io.stepunit.MockValidation;
import io.stepunit.ServiceLimit;
import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.WorkflowType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class an environment with a state machine. Each test method gets a fresh
 * {@link io.stepunit.StepFunctionsEnvironment} with the machine registered in it.
 *
 * <pre>{@code
 * @StateMachineTest("order.asl.json")
 * class OrderTest {
 *   @Test
 *   void ships_paid_orders(TestStateMachine order) {
 *     order.mock("Charge").returns(Map.of("paid", true));
 *
 *     Execution run = order.run(Map.of("id", 7));
 *
 *     assertThat(run).isSucceeded().hasPath("Validate", "Charge", "Ship");
 *   }
 * }
 * }</pre>
 *
 * <p>It is inherited by subclasses, holds for {@code @Nested} classes that have none of their own,
 * and works as a meta-annotation. Test methods, {@code @BeforeEach} and {@code @AfterEach} take as
 * parameters, and the class as fields:
 *
 * <ul>
 *   <li>{@link io.stepunit.TestStateMachine}: the machine of this annotation;
 *   <li>{@link StateMachine @StateMachine("other.asl.json") TestStateMachine}: a further machine in
 *       the same environment;
 *   <li>{@link io.stepunit.StepFunctionsEnvironment};
 *   <li>{@link java.time.Clock}, as a parameter only: the virtual time;
 *   <li>{@link MockTask @MockTask("Charge") TaskHandler}: a Mockito mock.
 * </ul>
 *
 * <p>A mock that is made in the test method and never used fails the test. Mocks made before it, in
 * {@code @BeforeEach} say, are judged when the class ends: one that none of its tests used fails
 * the class, provided that all tests ran and passed.
 *
 * <p>The annotation belongs on a class. {@code METHOD} is a target, and {@link TestTemplate}
 * present, only so that one put on a method is found and refused with what to do, instead of never
 * running.
 *
 * @since 0.1.0
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@TestTemplate
@ExtendWith({
  MisplacedAnnotationExtension.class,
  StateMachineExtension.class,
  ReplayExtension.class
})
public @interface StateMachineTest {
  /** Stands for no {@link #seed} said here. */
  long UNSET_SEED = Long.MIN_VALUE;

  /**
   * The definition, JSON or YAML, or a template that holds it: of SAM, CloudFormation, CDK ({@code
   * cdk.out/Shop.template.json}), the Serverless Framework or a Terraform plan. Looked for, in this
   * order: on the class path beside the test class (and beside the classes and interfaces that it
   * inherits from), at the root of the class path, as a file, relative to the working directory.
   * With a leading {@code /}: at the root of the class path, then as a file.
   */
  String value();

  /**
   * Selects a machine in a template with several: its logical id, its key or address, or its
   * construct path, as {@link io.stepunit.load.DefinitionSource#id} takes it.
   */
  String id() default "";

  /**
   * The values of the definition's placeholders, each {@code "name=value"}: {@code
   * "ChargeFunction.Arn=arn:aws:lambda:us-east-1:123456789012:function:charge"}. They win over what
   * a template says.
   */
  String[] values() default {};

  /**
   * The virtual time at which each test begins, an ISO-8601 instant such as {@code
   * 2026-01-01T00:00:00Z}. Default: the configuration parameter {@code stepunit.startTime}, or else
   * the environment's own.
   */
  String startTime() default "";

  /**
   * The seed of all randomness in the test. Default: the configuration parameter {@code
   * stepunit.seed}, or else the environment's own.
   */
  long seed() default UNSET_SEED;

  /**
   * Whether unused mocks are accepted. The configuration parameter {@code stepunit.lenient} says so
   * for all classes.
   */
  boolean lenient() default false;

  /**
   * How strictly mocked results are validated: {@code mockValidation = MockValidation.PRESENT}.
   * Default: the configuration parameter {@code stepunit.mockValidation}, or else {@link
   * MockValidation#STRICT}. One at most.
   */
  MockValidation[] mockValidation() default {};

  /**
   * How the requests of Tasks are checked, in all machines of the tests: {@code requestValidation =
   * RequestValidation.WARN}. Default: the configuration parameter {@code
   * stepunit.requestValidation}, the entry of that name in {@code stepunit.properties}, or else
   * {@link RequestValidation#STRICT}. One at most.
   */
  RequestValidation[] requestValidation() default {};

  /**
   * The type of the machine, as in {@code type = WorkflowType.EXPRESS}. Default: that of the
   * template, or {@link WorkflowType#STANDARD}. One at most.
   */
  WorkflowType[] type() default {};

  /** Limits of the service to lift in the tests of this class. */
  ServiceLimit[] withoutLimits() default {};
}
