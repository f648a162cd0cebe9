package io.stepunit.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.Compiled;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StateGraphTest {
  private static final StateGraph MACHINE =
      Compiled.fromText(
              "order",
              """
              {
                "StartAt": "Charge",
                "States": {
                  "Charge": {
                    "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Paid?",
                    "Catch": [
                      {"ErrorEquals": ["Declined"], "Next": "Lines"},
                      {"ErrorEquals": ["States.ALL"], "Next": "Failed"}
                    ]
                  },
                  "Paid?": {
                    "Type": "Choice",
                    "Choices": [
                      {"Variable": "$.paid", "BooleanEquals": true, "Next": "Lines"},
                      {"Variable": "$.late", "BooleanEquals": true, "Next": "Pause"}
                    ],
                    "Default": "Failed"
                  },
                  "Lines": {
                    "Type": "Map", "Next": "Done",
                    "ItemProcessor": {
                      "StartAt": "Pack",
                      "States": {
                        "Pack": {"Type": "Pass", "Next": "Send"},
                        "Send": {"Type": "Pass", "End": true}
                      }
                    }
                  },
                  "Pause": {"Type": "Wait", "Seconds": 1, "Next": "Both"},
                  "Both": {
                    "Type": "Parallel", "End": true,
                    "Branches": [{"StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}]
                  },
                  "Done": {"Type": "Succeed"},
                  "Failed": {"Type": "Fail"}
                }
              }
              """)
          .graph();

  @Nested
  class Targets {
    @Test
    void targets_are_told_with_the_field_that_names_them() {
      assertThat(told("Charge")).containsExactly("Next Paid?", "Catch[0] Lines", "Catch[1] Failed");
      assertThat(told("Paid?"))
          .containsExactly("Default Failed", "Choices[0] Lines", "Choices[1] Pause");
      assertThat(told("Lines")).containsExactly("Next Done");
      assertThat(told("Pause")).containsExactly("Next Both");
    }

    @Test
    void targets_are_none_where_a_state_ends_its_scope() {
      assertThat(MACHINE.all().filter(state -> state.targets().isEmpty()).map(State::name))
          .containsExactly("Send", "Both", "One", "Done", "Failed");
      assertThat(MACHINE.all().filter(State::ends).map(State::name))
          .containsExactly("Send", "Both", "One", "Done", "Failed");
    }

    private static List<String> told(String state) {
      return MACHINE.state(state).targets().stream()
          .map(target -> target.choose(new Told()) + " " + target.state())
          .toList();
    }
  }

  @Test
  void ways_are_those_of_all_scopes() {
    assertThat(MACHINE.ways().map(way -> way.from().name() + " > " + way.target().state()))
        .containsExactly(
            "Charge > Paid?",
            "Charge > Lines",
            "Charge > Failed",
            "Paid? > Failed",
            "Paid? > Lines",
            "Paid? > Pause",
            "Lines > Done",
            "Pack > Send",
            "Pause > Both");
  }

  @Test
  void types_of_states_are_as_many_as_classes_of_states() {
    assertThat(
            Arrays.stream(State.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName().replaceFirst("State$", ""))
                .collect(Collectors.toSet()))
        .isEqualTo(
            Arrays.stream(StateType.values()).map(StateType::aslName).collect(Collectors.toSet()));
    assertThat(MACHINE.all())
        .allSatisfy(
            state ->
                assertThat(state.getClass().getSimpleName())
                    .isEqualTo(state.type().aslName() + "State"))
        .extracting(State::type)
        .contains(StateType.values());
  }

  private static final class Told implements StateTarget.Cases<String> {
    @Override
    public String next(StateTarget.Next target) {
      return "Next";
    }

    @Override
    public String byDefault(StateTarget.Default target) {
      return "Default";
    }

    @Override
    public String byRule(StateTarget.OfRule target) {
      return "Choices[" + target.index() + "]";
    }

    @Override
    public String byCatcher(StateTarget.OfCatcher target) {
      return "Catch[" + target.index() + "]";
    }
  }
}
