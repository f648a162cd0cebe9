package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.cost.Cost;
import io.stepunit.cost.MapGrowth;
import io.stepunit.cost.Quota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of docs/cost.md. */
@SuppressWarnings("NullAway.Init") // read_the_page sets it
class CostPageTest {
  private final Execution run = Runs.retried();

  private String page;

  @BeforeEach
  void read_the_page() throws IOException {
    page = Files.readString(Path.of("../docs/cost.md"));
  }

  @Test
  void limits() {
    assertThat(run).staysWithinQuotas().hasBilledTransitionsAtMost(5).costsAtMost("0.001");
  }

  @Test
  void express_is_cheaper() {
    Cost cost = run.cost();

    assertThat(cost.expressObstacles()).isEmpty();
    assertThat(cost.asExpress(1_000_000)).isLessThan(cost.asStandard(1_000_000));
  }

  @Test
  void the_failure_that_the_page_shows_is_real() {
    String message = Messages.of(() -> assertThat(run).costsAtMost("0.0001"));

    assertThat(page).contains(message.substring(1, message.indexOf("\nTimeline") - 1));
  }

  @Test
  void growth() {
    Execution threeLines = Runs.manyLines(3);
    Execution sevenLines = Runs.manyLines(7);

    MapGrowth growth = threeLines.mapGrowth("Lines", sevenLines);

    assertThat(growth.isLinear()).as(growth.toString()).isTrue();
    assertThat(growth.mostItems(Quota.HISTORY_EVENTS)).isEqualTo(3_124);
    assertThat(page).contains(growth.toString());
  }

  @Test
  void the_page_names_every_quota() {
    assertThat(Quota.values())
        .allSatisfy(quota -> assertThat(page).contains("`" + quota.name() + "`"));
  }
}
