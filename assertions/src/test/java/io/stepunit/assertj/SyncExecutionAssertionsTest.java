package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.SyncExecution;
import io.stepunit.asl.WorkflowType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SyncExecutionAssertionsTest {
  private final SyncExecution answer =
      StepFunctionsEnvironment.create()
          .define(
              "quote",
              """
              {"StartAt": "No", "States": {"No": {"Type": "Fail", "Error": "NoQuote"}}}
              """,
              WorkflowType.EXPRESS)
          .startSync("{}");

  @Test
  void sync_execution_assertions_are_those_of_the_execution() {
    assertThat(answer).isFailed().hasError("NoQuote").hasPath("No");
    assertThat(Messages.of(() -> assertThat(answer).isSucceeded()))
        .contains("to have status SUCCEEDED", "ExecutionFailed");
  }

  @Test
  void can_be_soft() {
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

    softly.assertThat(answer).isSucceeded().hasError("Other");

    assertThat(softly.errorsCollected()).hasSize(2);
  }

  @Test
  void refuse_null() {
    @Nullable SyncExecution none = null;

    assertThat(Messages.of(() -> assertThat(none).isSucceeded())).contains("not to be null");
  }
}
