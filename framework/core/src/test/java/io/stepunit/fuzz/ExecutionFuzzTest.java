package io.stepunit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a machine is, what it gets, what its Tasks answer and in which order: each execution
 * ends, in a status or a documented error, and a second run gives the same history. {@code
 * docs/conformance.md} has the commands of a long run and of a replay.
 */
class ExecutionFuzzTest {
  private static final long EXECUTIONS = Long.getLong("stepunit.fuzz.executions", 1_500);
  private static final int THREADS = Integer.getInteger("stepunit.fuzz.threads", 1);
  private static final long SEED = Long.getLong("stepunit.fuzz.seed", 20_261_128L);
  private static final Long CASE = Long.getLong("stepunit.fuzz.case");

  private static List<Parent> parents() throws IOException {
    return Seeds.all().stream().map(Parent::in).flatMap(Optional::stream).toList();
  }

  @Test
  @Timeout(value = 12, unit = TimeUnit.HOURS)
  void executions_of_changed_machines_end_in_documented_ways() throws Exception {
    ExecutionFuzz fuzz = new ExecutionFuzz(parents(), SEED, EXECUTIONS);
    if (CASE != null) {
      System.out.println("Case " + CASE + " ended in " + fuzz.replay(CASE));
      return;
    }

    fuzz.run(THREADS);

    System.out.println(fuzz.report().toPrettyString());
    assertThat(fuzz.undocumented()).isEmpty();
    assertThat(fuzz.ran()).isGreaterThanOrEqualTo(EXECUTIONS);
  }
}
