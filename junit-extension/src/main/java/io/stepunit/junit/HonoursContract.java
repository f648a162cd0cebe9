package io.stepunit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test once for each call of a contract: what mocks assume of the code behind a Task. The
 * test lets the real handler answer the call. Takes the place of {@code @Test}.
 *
 * <pre>{@code
 * class ChargeHandlerTest {
 *   @HonoursContract("contracts/order/Charge.json")
 *   void charges_as_the_workflow_assumes(ContractCase assumed) {
 *     assumed.honouredBy(new ChargeHandler(card -> "t-1"));
 *   }
 * }
 * }</pre>
 *
 * <p>Tests of the machine that pass write the contracts of its Tasks to {@code
 * target/stepunit/contracts} if {@code stepunit.contracts=true} is in {@code
 * junit-platform.properties}. Errors that only a service can fail with, such as {@code
 * Lambda.ServiceException}, are no calls for a handler.
 *
 * <p>A contract that is missing, empty or of a Task that the definition no longer has fails the
 * test, and the message says what to do. So does a method that lets no handler answer.
 *
 * @since 0.1.0
 * @see ContractCase
 */
@API(status = API.Status.EXPERIMENTAL)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(HonoursContractExtension.class)
public @interface HonoursContract {
  /**
   * The contract. Looked for like a definition: on the class path beside the test class, at the
   * root of the class path, as a file, relative to the working directory; then in the folder of the
   * module's report, {@code target/stepunit}.
   */
  String value();

  /** How closely a handler's result has to follow the one that was assumed. */
  Values values() default Values.SAME_SHAPE;

  /** How results are compared. */
  enum Values {
    /**
     * Each field that was assumed is there, with a value of the same kind: a string, a number, a
     * boolean, null, an object or an array. There may be further fields. Each item of an array is
     * like one of the assumed ones.
     */
    SAME_SHAPE,
    /**
     * The result is the assumed one. The order of fields does not count, {@code 1} is {@code 1.0}.
     */
    EXACT
  }
}
