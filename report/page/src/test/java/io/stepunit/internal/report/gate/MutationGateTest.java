package io.stepunit.internal.report.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.report.mutation.SampleMutants;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationGateTest {
  @TempDir Path folder;

  private MutationGate.Verdict verdict(int atLeast) {
    return new MutationGate(atLeast).of(new Records(List.of(folder)).mutants());
  }

  private void shard(String shard, String timeout) {
    SampleMutants.of("orders", shard)
        .test("pays()")
        .timeout(timeout)
        .write(folder.resolve("mutation-" + shard.replace("/", "-of-") + ".json"));
  }

  @BeforeEach
  void one_mutant_of_the_first_job_is_found() {
    SampleMutants.of("orders", "1/2")
        .test("pays()")
        .attempts("Killed", "1")
        .write(folder.resolve("mutation-1-of-2.json"));
  }

  @Test
  void the_mutants_of_all_jobs_count_together() {
    shard("2/2", "Survived");

    MutationGate.Verdict enough = verdict(50);
    MutationGate.Verdict tooLittle = verdict(51);

    assertThat(enough.isPassed()).isTrue();
    assertThat(enough.text()).isEqualTo("Tests found 50.0 % of the mutants.");
    assertThat(tooLittle.isPassed()).isFalse();
    assertThat(tooLittle.text())
        .isEqualTo("Tests found 50.0 % of the mutants, and 51 % are asked for.");
  }

  @Test
  void does_not_open_while_a_job_is_missing() {
    MutationGate.Verdict verdict = verdict(50);

    assertThat(verdict.isPassed()).isFalse();
    assertThat(verdict.text())
        .isEqualTo(
            "The mutants are not all here, so that it is not known whether tests find 50 % of them.");
  }

  @Test
  void does_not_open_where_a_file_cannot_be_read() {
    SampleMutants.of("orders", "no shard").test("pays()").write(folder.resolve("mutation-x.json"));
    shard("2/2", "Killed");

    assertThat(verdict(50).isPassed()).isFalse();
  }

  @Test
  void opens_where_files_tell_otherwise_of_a_mutant() {
    shard("2/2", "Killed");
    SampleMutants.of("orders", "2/2")
        .test("pays()")
        .timeout("Survived")
        .write(folder.resolve("again/mutation-2-of-2.json"));

    assertThat(verdict(50).isPassed()).isTrue();
  }

  @Test
  void asks_for_mutants_where_there_are_none() {
    assertThat(new MutationGate(80).of(new Records(List.of(folder.resolve("none"))).mutants()))
        .satisfies(
            verdict -> {
              assertThat(verdict.isPassed()).isFalse();
              assertThat(verdict.text())
                  .startsWith("There are no mutants, and tests have to find 80 % of them");
            });
  }
}
