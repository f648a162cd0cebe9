package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.recording.ExecutionEnd;
import io.stepunit.recording.ReplayCost;
import io.stepunit.recording.ReplayReport;
import io.stepunit.recording.ReplayedExecution;
import io.stepunit.recording.ReplayedExecution.Verdict;
import io.stepunit.recording.UnreplayedRecording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayReportAssertTest {
  private static final ExecutionEnd SUCCEEDED =
      new ExecutionEnd(ExecutionStatus.SUCCEEDED, Optional.empty());

  private static ReplayedExecution execution(Verdict verdict, String change) {
    ReplayCost cost = new ReplayCost(new BigDecimal("0.000075"), new BigDecimal("0.0001"));
    return new ReplayedExecution(
        "a.json", verdict, change, SUCCEEDED, SUCCEEDED, Optional.of(cost), List.of());
  }

  private static ReplayReport report(Verdict verdict, String change) {
    return new ReplayReport(List.of(execution(verdict, change)), List.of());
  }

  @Test
  void passes_where_all_executions_are_as_recorded() {
    assertThat(report(Verdict.SAME, "")).goesTheSameWay().isAsRecorded();
  }

  @Test
  void other_data_go_the_same_way_but_are_not_as_recorded() {
    ReplayReport report =
        report(Verdict.OTHER_DATA, "the request of 'Charge' differs at /parameters/x");

    assertThat(report).goesTheSameWay();
    assertThatThrownBy(() -> assertThat(report).isAsRecorded())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "Expecting all executions to be as recorded, but:\n"
                + "1 of 1 recorded execution goes the same way.\n"
                + "Same path, other data:\n"
                + "  1 execution: the request of 'Charge' differs at /parameters/x\n");
  }

  @Test
  void another_path_fails_with_the_report() {
    ReplayReport report = report(Verdict.OTHER_PATH, "'Ship' no longer follows 'Charge'");

    assertThatThrownBy(() -> assertThat(report).goesTheSameWay())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "Expecting all recorded executions to go the same way, but:\n"
                + "0 of 1 recorded execution go the same way (0.0 %).\n"
                + "Other path or end:\n"
                + "  1 execution: 'Ship' no longer follows 'Charge'\n"
                + "    a.json\n");
  }

  @Test
  void what_was_not_replayed_fails() {
    ReplayReport report =
        new ReplayReport(
            List.of(execution(Verdict.SAME, "")),
            List.of(new UnreplayedRecording("b.json", "It is broken.")));

    assertThatThrownBy(() -> assertThat(report).goesTheSameWay())
        .hasMessageContaining("same way; 1 could not be replayed.\nNot replayed:\n  b.json: It is");
    assertThatThrownBy(() -> assertThat(new ReplayReport(List.of(), List.of())).isAsRecorded())
        .hasMessageContaining("No recorded execution was replayed.");
  }

  @Test
  void the_cost_of_a_thousand_executions_has_a_limit() {
    ReplayReport report = report(Verdict.SAME, "");

    assertThat(report).costsPerThousandAtMost("0.1");
    assertThatThrownBy(() -> assertThat(report).costsPerThousandAtMost("0.09"))
        .hasMessageContainingAll(
            "Expecting 1,000 executions to cost at most 0.09 USD, but:",
            "Cost of 1,000 executions: 0.075 USD before, 0.1 USD now.");
    assertThatThrownBy(
            () -> assertThat(new ReplayReport(List.of(), List.of())).costsPerThousandAtMost("1"))
        .hasMessageContaining("but the cost of none is known");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(report).costsPerThousandAtMost("much"));
  }

  @Test
  void soft_assertions_take_reports() {
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

    softly.assertThat(report(Verdict.OTHER_PATH, "changed")).goesTheSameWay().isAsRecorded();

    assertThat(softly.assertionErrorsCollected()).hasSize(2);
  }
}
