package io.stepunit.internal.junit;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Says on the console what is missing where a class takes a machine and says nothing of StepUnit:
 * no extension of ours runs there, and JUnit knows nothing of us. Once for each class.
 */
public final class MissingAnnotationListener implements TestExecutionListener {
  private static final String UNRESOLVED = "No ParameterResolver registered for parameter [";
  private static final Set<String> TYPES =
      Set.of("io.stepunit.TestStateMachine", "io.stepunit.StepFunctionsEnvironment");

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    result
        .getThrowable()
        .filter(ParameterResolutionException.class::isInstance)
        .map(failure -> String.valueOf(failure.getMessage()))
        .filter(message -> TYPES.stream().anyMatch(type -> message.contains(UNRESOLVED + type)))
        .flatMap(message -> className(test))
        .filter(told::add)
        .ifPresent(name -> System.out.println(advice(name)));
  }

  private static Optional<String> className(TestIdentifier test) {
    Optional<TestSource> source = test.getSource();
    return source
        .filter(MethodSource.class::isInstance)
        .map(method -> ((MethodSource) method).getClassName());
  }

  private static String advice(String className) {
    return "StepUnit: "
        + className
        + " takes a state machine as a parameter, but says of which definition nowhere."
        + " Put @StateMachineTest(\"order.asl.json\") on the class.";
  }
}
