package io.stepunit.internal.measured;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.recording.RecordingsFolder;
import io.stepunit.internal.recording.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of cases of a folder. */
class MeasuredRunnerTest {
  private static final String PICK =
      """
      {"machine": "order", "activities": ["desk"], "inputText": "{\\"id\\": 7}",
       "definition": {"StartAt": "Pick", "States": {"Pick": {"Type": "Task", "End": true,
         "Resource": "arn:aws:states:us-east-1:123456789012:activity:desk"}}},
       "steps": [
         {"at": 1, "do": "poll", "worker": "w", "token": "t", "answer": {"input": "{\\"id\\": 7}"}},
         {"at": 2, "do": "%s", "token": "t", "output": "{\\"picked\\": true}", "answer": "ok"}],
       "expected": {"status": "%s", "output": "{\\"picked\\": true}", "events": [
         {"id": 1, "prev": 0, "type": "ExecutionStarted"},
         {"id": 2, "prev": 0, "type": "TaskStateEntered", "name": "Pick"},
         {"id": 3, "prev": 2, "type": "ActivityScheduled"},
         {"id": 4, "prev": 3, "type": "ActivityStarted", "workerName": "w", "at": 1},
         {"id": 5, "prev": 4, "type": "ActivitySucceeded"},
         {"id": 6, "prev": %s, "type": "TaskStateExited"},
         {"id": 7, "prev": 6, "type": "ExecutionSucceeded"}]}}
      """;

  @TempDir private Path folder;

  private Verdict verdict(String json) throws IOException {
    Files.writeString(folder.resolve("case.json"), json);
    List<MeasuredCase> cases =
        MeasuredCase.allIn(new RecordingsFolder(folder, true, "stepunit.measured"));
    assertThat(cases).hasSize(1);
    return new MeasuredRunner(MeasuredSkips.read()).run(cases.get(0));
  }

  @Nested
  class A_case {
    @Test
    void passes_where_nothing_differs() throws IOException {
      assertThat(verdict(PICK.formatted("succeed", "SUCCEEDED", 5)).outcome())
          .isEqualTo(Verdict.Kind.PASSED);
    }

    @Test
    void fails_with_the_place_of_each_difference() throws IOException {
      Verdict verdict = verdict(PICK.formatted("succeed", "FAILED", 4));

      assertThat(verdict.outcome()).isEqualTo(Verdict.Kind.FAILED);
      assertThat(verdict.reason())
          .contains("status", "measured: FAILED", "found:    SUCCEEDED")
          .contains("events[6 TaskStateExited]", "measured: 6 after 4", "found:    6 after 5");
    }

    @Test
    void fails_at_a_step_that_is_not_known() throws IOException {
      Verdict verdict = verdict(PICK.formatted("jump", "SUCCEEDED", 5));

      assertThat(verdict.outcome()).isEqualTo(Verdict.Kind.FAILED);
      assertThat(verdict.reason()).contains("The step 'jump' is not known.");
    }

    @Test
    void is_not_yet_where_the_API_has_no_such_operation() throws IOException {
      Verdict verdict =
          verdict(
              "{\"calls\": [{\"operation\": \"ForgetEverything\", \"input\": {}, \"answer\": {}}]}");

      assertThat(verdict.outcome()).isEqualTo(Verdict.Kind.NOT_YET);
      assertThat(verdict.reason()).isEqualTo("the operation ForgetEverything");
    }

    @Test
    void fails_for_a_call_that_is_answered_in_place_of_refused() throws IOException {
      Verdict verdict =
          verdict(
              """
              {"calls": [{"operation": "ValidateStateMachineDefinition", "input": {"definition": "{"},
                          "error": "ValidationException", "message": "no"}]}
              """);

      assertThat(verdict.outcome()).isEqualTo(Verdict.Kind.FAILED);
    }
  }
}
