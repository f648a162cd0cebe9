package io.stepunit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.json.Json;
import io.stepunit.load.DefinitionLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A definition, its input and its mocks. The definition is loaded once, as a test class does it;
 * each run has an environment of its own, as each test method has.
 */
final class Workload {
  private static final int RUNS_OF_AN_ENVIRONMENT = 100;

  private final StateMachineDefinition definition;
  private final JsonNode input;
  private final Consumer<TestStateMachine> mocks;

  private Workload(
      StateMachineDefinition definition, JsonNode input, Consumer<TestStateMachine> mocks) {
    this.definition = definition;
    this.input = input;
    this.mocks = mocks;
  }

  /**
   * @param name the name of the workload's files
   * @param mocks declares the mocks of one run
   */
  static Workload load(String name, Consumer<TestStateMachine> mocks) {
    String asl = name + ".asl.json";
    return new Workload(
        DefinitionLoader.fromText(asl, text(asl)), Json.parse(text(name + ".input.json")), mocks);
  }

  private static String text(String file) {
    try (InputStream stream = Workload.class.getResourceAsStream("/workloads/" + file)) {
      if (stream == null) {
        throw new IllegalArgumentException("No workload file " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode input() {
    return input;
  }

  /** Runs the machine once, in a new environment. */
  Execution run() {
    return machine().run(input);
  }

  /**
   * Runs the machine again and again with mocks that are declared once. An environment keeps its
   * executions, so there is a new one after each hundred.
   */
  Supplier<Execution> withMocksDeclaredOnce() {
    return new Supplier<>() {
      private TestStateMachine machine = machine();
      private int runs;

      @Override
      public Execution get() {
        if (++runs % RUNS_OF_AN_ENVIRONMENT == 0) {
          machine = machine();
        }
        return machine.run(input);
      }
    };
  }

  private TestStateMachine machine() {
    TestStateMachine machine = StepFunctionsEnvironment.create().register("workload", definition);
    mocks.accept(machine);
    return machine;
  }
}
