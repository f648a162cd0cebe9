package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a state reads of a result what it does not have, the timeline names it. */
class MissingMembersTest {
  private static Execution run(String fields, String result) {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define(
                "order",
                """
                {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge", %s}}}
                """
                    .formatted(fields));
    machine.mock("Charge").returns(result);
    return machine.run("{\"id\": 7}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'OutputPath': '$.Payload' | {'paid': true} | has no 'Payload', which OutputPath reads as"
            + " $.Payload; it has paid",
        "'ResultPath': '$.r', 'OutputPath': '$.r.Payload' | {'a': 1, 'b': 2} | has no 'Payload',"
            + " which OutputPath reads as $.Payload; it has a, b",
        "'ResultSelector': {'x.$': '$.Payload.id'} | {'Payload': {}} | has no 'id' in Payload,"
            + " which ResultSelector reads as $.Payload.id; it is empty",
        "'Assign': {'x.$': '$.id'} | 5 | has no 'id', which Assign reads as $.id; there is no"
            + " object",
        "'QueryLanguage': 'JSONata', 'Output': '{% $states.result.Payload %}' | {'paid': true} |"
            + " has no 'Payload', which Output reads as $states.result.Payload; it has paid",
        "'QueryLanguage': 'JSONata', 'Assign': {'x': '{% $states.result.Payload.id %}'}"
            + " | {'Payload': {'no': 1}} | has no 'id' in Payload, which Assign reads as"
            + " $states.result.Payload.id; it has no"
      })
  void a_missing_member_is_named_with_the_mock_and_what_there_is(
      String fields, String result, String text) {
    Execution run = run(fields.replace('\'', '"'), result.replace('\'', '"'));

    assertThat(run.timeline().toString())
        .containsPattern(
            "hint: the result of mock\\(\"Charge\"\\) at MissingMembersTest.java:\\d+ "
                + java.util.regex.Pattern.quote(text));
  }

  @Test
  void what_the_input_lacks_says_nothing_of_the_result() {
    Execution run = run("\"ResultPath\": \"$.r\", \"OutputPath\": \"$.other\"", "{\"paid\": true}");

    assertThat(run.error()).contains("States.Runtime");
    assertThat(run.timeline().toString()).doesNotContain("hint:");
  }
}
