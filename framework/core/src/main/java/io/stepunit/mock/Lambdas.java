package io.stepunit.mock;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The Lambda functions of the template that a machine comes from.
 *
 * <pre>{@code
 * order.lambdas().fromTemplate();
 * order.lambdas().made(ChargeHandler.class, () -> new ChargeHandler(gateway)).fromTemplate();
 * order.lambdas().madeBy(applicationContext::getBean).fromTemplate();
 * }</pre>
 *
 * <p>Needs {@code com.amazonaws:aws-lambda-java-core} on the class path.
 *
 * @since 0.1.0
 */
public interface Lambdas {
  /**
   * Says how the handler of a class is made: at its first call, once for the whole test.
   *
   * @param handler the class that {@code Handler} names
   * @param supplier gives an object of it
   */
  <T> Lambdas made(Class<T> handler, Supplier<? extends T> supplier);

  /**
   * Says how the handlers of all other classes are made: by Spring, Micronaut, Guice or Dagger.
   *
   * <pre>{@code
   * order.lambdas().madeBy(applicationContext::getBean).fromTemplate();
   * }</pre>
   *
   * @param factory gives an object of the class that {@code Handler} names
   */
  Lambdas madeBy(Function<? super Class<?>, ?> factory);

  /**
   * Like {@link #madeBy}, for handlers that are given their environment variables: Java cannot set
   * those of a running process.
   *
   * <pre>{@code
   * order.lambdas().madeWith((type, variables) -> new ChargeHandler(variables)).fromTemplate();
   * }</pre>
   *
   * @param factory gives an object of the class that {@code Handler} names, from the template's
   *     environment variables
   */
  Lambdas madeWith(BiFunction<? super Class<?>, ? super Map<String, String>, ?> factory);

  /**
   * Returns the environment variables that the template sets for a function. What only a deployment
   * knows is a placeholder such as {@code ${OrdersTable}}, unless the test gave it a value.
   *
   * @param function the function's logical id, or its name
   * @throws IllegalArgumentException if the template has no such function; tells the nearest name
   */
  Map<String, String> environmentOf(String function);

  /**
   * Runs the classes that {@code Handler} names, from the test's class path, for all Tasks that
   * call a function of the template. A mock of the Task and {@code lambda(…)} win. A function that
   * is never called is accepted; one whose code cannot be run aborts the test when it is called.
   *
   * <p>Where nothing else is said, a handler is made by its public constructor without parameters,
   * as Lambda does. {@code Timeout} is the time from which {@code Context.getRemainingTimeInMillis}
   * counts down; 3 seconds by default, as on AWS.
   *
   * @throws IllegalStateException if the machine does not come from a template of SAM,
   *     CloudFormation or CDK that deploys functions, or no Task of it calls one
   */
  void fromTemplate();
}
