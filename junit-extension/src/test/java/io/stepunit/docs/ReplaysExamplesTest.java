package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Replays;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachine;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.recording.Masking;
import io.stepunit.recording.ReplayChange;
import io.stepunit.recording.ReplayReport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/guide/replays.md. */
@StateMachineTest("order.asl.json")
class ReplaysExamplesTest {
  private static final Path HISTORIES = Path.of("src/test/resources/io/stepunit/docs/histories");

  @Test
  void production_goes_the_same_way(TestStateMachine order) {
    assertThat(Replays.of(HISTORIES).through(order)).goesTheSameWay();
  }

  @Test
  void the_page_shows_a_report_as_it_is(
      @StateMachine("order-refund.asl.json") TestStateMachine changed) throws Exception {
    String page = Files.readString(Path.of("../docs/guide/replays.md"));

    assertThat(page).contains(Replays.of(HISTORIES).through(changed).toString());
  }

  @Test
  void copies_are_masked(@TempDir Path folder) {
    Path masked = folder.resolve("masked");

    Masking masking =
        Masking.nothing()
            .emails()
            .cardNumbers()
            .fields("name", "street")
            .paths("$.customer.notes[*]")
            .matching("DE\\d{20}");

    Replays.of(HISTORIES).maskedBy(masking).copyTo(masked);

    assertThat(masked.resolve("declined.json")).exists();
  }

  @Test
  void only_the_intended_change(@StateMachine("order-refund.asl.json") TestStateMachine changed) {
    ReplayReport report = Replays.of(HISTORIES).through(changed);

    assertThat(report.unreplayed()).isEmpty();
    assertThat(report.changes())
        .extracting(ReplayChange::text)
        .containsExactly(
            "the execution no longer ends FAILED with Card.Declined after 'Charge':"
                + " 'Refuse' follows");
    assertThat(report).costsPerThousandAtMost("0.07");
  }
}
