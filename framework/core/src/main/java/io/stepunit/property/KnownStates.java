package io.stepunit.property;

import io.stepunit.TestStateMachine;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.text.KnownNames;
import io.stepunit.internal.text.Printable;
import java.util.List;
import java.util.Optional;

/** Refuses properties that name what a machine does not have. */
record KnownStates(String machine, CompiledDefinition definition) {
  static KnownStates of(TestStateMachine machine) {
    return new KnownStates(machine.name(), CompiledDefinition.of(machine.definition()));
  }

  /**
   * @throws IllegalArgumentException if the rule names a state that is not there, or no Task where
   *     it is about the work of one
   */
  void require(Rule rule) {
    for (String name : rule.states()) {
      Optional<State> state = definition.findState(name);
      if (state.isEmpty()) {
        throw refused(rule, "no state", name, definition.stateNames());
      }
      if (rule.isOfTasks() && state.get().type() != StateType.TASK) {
        throw refused(rule, "no Task", name, tasks());
      }
    }
  }

  private List<String> tasks() {
    return definition
        .graph()
        .all()
        .filter(state -> state.type() == StateType.TASK)
        .map(State::name)
        .toList();
  }

  private IllegalArgumentException refused(
      Rule rule, String what, String name, List<String> known) {
    return new IllegalArgumentException(
        Printable.lines(
            "The machine '%s' (%s) has %s '%s', which %s is about.%s"
                .formatted(
                    machine,
                    definition.location().file(),
                    what,
                    name,
                    rule.code(),
                    new KnownNames("There are", known).hintFor(name))));
  }
}
