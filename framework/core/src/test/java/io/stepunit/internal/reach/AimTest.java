package io.stepunit.internal.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.load.DefinitionLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class AimTest {
  /** State names with all that names of paths are made of. */
  private static final String ODD =
      """
      {
        "StartAt": "Kind? (1)",
        "States": {
          "Kind? (1)": {
            "Type": "Choice",
            "Choices": [
              { "Variable": "$.kind", "StringEquals": "a", "Next": "Book ✗ Late" },
              { "Variable": "$.kind", "StringEquals": "b", "Next": "Done (late)" }
            ],
            "Default": "Book ✗ Late"
          },
          "Book ✗ Late": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:book",
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Done (late)" }],
            "Next": "Done (late)"
          },
          "Done (late)": { "Type": "Succeed" }
        }
      }
      """;

  private static List<Aim> aims() {
    return Aim.of(CompiledDefinition.of(DefinitionLoader.fromText("odd.asl.json", ODD)));
  }

  @Test
  void only_transitions_that_lead_to_the_same_state_are_told_apart_by_their_rules() {
    assertThat(aims())
        .filteredOn(aim -> aim.rule().isPresent())
        .extracting(Aim::name)
        .containsExactly("Kind? (1) → Book ✗ Late (rule 1)", "Kind? (1) → Book ✗ Late (Default)");
  }

  @Test
  void only_catchers_and_retriers_take_an_error() {
    assertThat(aims())
        .filteredOn(Aim::isByError)
        .extracting(Aim::name)
        .containsExactly("Book ✗ Late ✗ States.ALL → Done (late)");
  }
}
