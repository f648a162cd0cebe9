package io.stepunit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.MapRun;
import io.stepunit.internal.history.MapRunTotals;
import org.junit.jupiter.api.Test;

class ManyChildrenTest {
  @Test
  void all_rows_are_counted_and_few_children_kept() {
    MapRun run = ManyChildren.run(5_000);

    assertThat(run.items()).isEqualTo(new MapRunTotals(0, 0, 4_995, 5, 0, 0));
    assertThat(run.children()).hasSize(1_004);
  }
}
