package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import org.junit.jupiter.api.Test;

class StateNamesTest {
  private static final String NESTED =
      """
      {
        "StartAt": "Both",
        "States": {
          "Both": {
            "Type": "Parallel",
            "Branches": [
              {"StartAt": "Left/Right", "States": {"Left/Right": {"Type": "Pass", "End": true}}},
              {
                "StartAt": "Each",
                "States": {
                  "Each": {
                    "Type": "Map",
                    "ItemProcessor": {
                      "StartAt": "Item",
                      "States": {"Item": {"Type": "Pass", "End": true}}
                    },
                    "End": true
                  }
                }
              }
            ],
            "End": true
          }
        }
      }
      """;

  private final Execution run = Runs.of(NESTED, "[1, 2]");

  @Test
  void states_of_branches_and_item_processors_are_known() {
    assertThat(StateNames.of(run.definition()).keySet())
        .containsExactly("Both", "Left/Right", "Each", "Item");
  }

  @Test
  void a_path_names_the_state_at_its_end_also_with_a_slash_in_the_name() {
    assertThat(run)
        .visited("Left/Right", "Both[0]/Left/Right", "Both[1]/Each[1]/Item")
        .neverVisited("Both[1]/Each[2]/Item")
        .state("Both[1]/Each[1]/Item", item -> item.hasInput("2"));
  }

  @Test
  void paths_with_unknown_states_are_unknown() {
    assertThat(StateNames.find(run.definition(), "Both[0]/Nope")).isEmpty();
    assertThat(StateNames.find(run.definition(), "Nope[0]/Item")).isEmpty();
    assertThat(StateNames.find(run.definition(), "Item/")).isEmpty();
    assertThat(StateNames.find(run.definition(), "Both[2]/Item")).isEmpty();
    assertThat(StateNames.find(run.definition(), "Both[x]/Each")).isEmpty();
    assertThat(StateNames.find(run.definition(), "Both[0]/Each")).isEmpty();
    assertThat(Messages.of(() -> assertThat(run).neverVisited("Bth[1]/Each[0]/Item")))
        .contains("There is no state 'Bth[1]/Each[0]/Item' in ");
  }
}
