package io.stepunit.zoo;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.property.Property;
import io.stepunit.property.PropertyOptions;
import io.stepunit.property.PropertyOptions.Dimension;
import io.stepunit.property.PropertyResult;
import java.util.function.Consumer;

/**
 * What is asked of an animal, of the wrong machine and of the right one alike.
 *
 * @param said the property; what stands for it in a list where it is assertions
 * @param type the machine's type
 * @param world puts into an environment what both twins find there
 * @param options what the search varies
 * @param search looks for a case in which the machine does not keep to what must hold
 */
record Hunt(
    String said,
    WorkflowType type,
    Consumer<StepFunctionsEnvironment> world,
    PropertyOptions options,
    Search search) {
  /** The mistake that is farthest away is found by the 58th case. */
  private static final int CASES = 100;

  /** Looks for a counterexample. */
  interface Search {
    PropertyResult on(TestStateMachine machine, PropertyOptions options);
  }

  /** For a property. */
  static Hunt holds(Property property) {
    return by("`" + property + "`", (machine, options) -> machine.check(property, options));
  }

  /** For assertions on the executions and effects of a case. */
  static Hunt asserts(Consumer<TestStateMachine> assertions) {
    return by("assertions on data", (machine, options) -> machine.check(assertions, options));
  }

  private static Hunt by(String said, Search search) {
    PropertyOptions options = PropertyOptions.STANDARD.tryingAtMost(CASES);
    return new Hunt(said, WorkflowType.STANDARD, env -> {}, options, search);
  }

  /** Of an Express machine, which AWS may run twice. */
  Hunt asExpress() {
    return new Hunt(said, WorkflowType.EXPRESS, world, options, search);
  }

  /** Where there is something already, such as a table. */
  Hunt given(Consumer<StepFunctionsEnvironment> something) {
    return new Hunt(said, type, something, options, search);
  }

  /** Where something does not happen. */
  Hunt without(Dimension... dimensions) {
    return new Hunt(said, type, world, options.without(dimensions), search);
  }

  /** What is found in a definition. */
  PropertyResult in(String definition) {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    world.accept(env);
    return search.on(env.load(definition, type), options);
  }
}
