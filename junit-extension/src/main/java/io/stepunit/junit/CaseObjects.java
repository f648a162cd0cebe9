package io.stepunit.junit;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands for the objects of a test in one case.
 *
 * @param ofTest the environment of the test
 * @param machine the machine of the class in the environment of the case
 */
record CaseObjects(StepFunctionsEnvironment ofTest, TestStateMachine machine) {
  /** What a parameter or field is to have that has this in the test. */
  @Nullable Object ofCase(@Nullable Object object) {
    StepFunctionsEnvironment environment = machine.environment();
    if (object == ofTest) {
      return environment;
    }
    if (object == ofTest.clock()) {
      return environment.clock();
    }
    return object instanceof TestStateMachine other && other.environment() == ofTest
        ? environment.machine(other.name())
        : object;
  }

  @Nullable Object[] arguments(Parameter[] parameters, List<Object> ofTest) {
    @Nullable Object[] arguments = new Object[parameters.length];
    for (int i = 0; i < parameters.length; i++) {
      arguments[i] =
          parameters[i].getType() == Execution.class ? execution() : ofCase(ofTest.get(i));
    }
    return arguments;
  }

  /** The first: of one that runs twice both are the machine's. */
  private Execution execution() {
    return machine.executions().get(0);
  }

  /** How a test that has run a case says an argument. */
  static String source(Parameter parameter, String machine) {
    Class<?> type = parameter.getType();
    if (type == TestStateMachine.class) {
      return machine;
    }
    if (type == Execution.class) {
      return machine + ".executions().get(0)";
    }
    if (type == StepFunctionsEnvironment.class) {
      return machine + ".environment()";
    }
    return type == Clock.class ? machine + ".environment().clock()" : "…";
  }
}
