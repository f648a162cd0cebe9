package io.stepunit.junit;

import io.stepunit.StepFunctionsEnvironment;
import java.lang.reflect.Parameter;
import java.util.Set;

/**
 * A parameter that takes a client of the AWS SDK. The types are told by their names, since projects
 * need not have the SDK; an annotated parameter is another extension's, such as a mock.
 */
final class ClientParameter {
  private static final String SYNCHRONOUS = "software.amazon.awssdk.services.sfn.SfnClient";
  private static final String ASYNCHRONOUS = "software.amazon.awssdk.services.sfn.SfnAsyncClient";
  private static final Set<String> TYPES = Set.of(SYNCHRONOUS, ASYNCHRONOUS);

  private ClientParameter() {}

  static boolean isOne(Parameter parameter) {
    return TYPES.contains(parameter.getType().getName()) && parameter.getAnnotations().length == 0;
  }

  /**
   * The client of an environment.
   *
   * @param type the type of a parameter that {@linkplain #isOne is one}
   */
  static Object of(Class<?> type, StepFunctionsEnvironment environment) {
    return type.getName().equals(SYNCHRONOUS)
        ? environment.sfnClient()
        : environment.sfnAsyncClient();
  }
}
