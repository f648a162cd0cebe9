package io.stepunit.internal.report.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.mutation.MutantStatus;
import io.stepunit.internal.report.coverage.SampleRecords;
import io.stepunit.internal.report.data.ReportData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationReportTest {
  @TempDir Path folder;

  private MutationReport read() {
    List<Path> all = List.of(folder);
    return MutationReport.read(MutationFiles.in(all), ReportData.read(all));
  }

  private static List<String> endings(MutationReport report) {
    return report.definitions().stream()
        .flatMap(definition -> definition.mutants().stream())
        .map(mutant -> mutant.operator() + " " + mutant.status())
        .toList();
  }

  @Test
  void tells_what_was_changed_and_which_test_found_it() {
    SampleMutants.of("orders", "1/1")
        .test("pays()")
        .test("tries_again()")
        .attempts("Killed", "2")
        .timeout("Survived")
        .write(folder.resolve("mutation.json"));

    MutationReport report = read();

    DefinitionMutants order = report.definitions().get(0);
    assertThat(order.title()).isEqualTo("order");
    assertThat(order.score()).hasToString("50.0 %");
    assertThat(order.count(MutantStatus.SURVIVED)).isEqualTo(1);
    TriedMutant timeout = order.mutants().get(0);
    assertThat(timeout.pointer()).isEqualTo("/States/Charge/TimeoutSeconds");
    assertThat(timeout.change())
        .isEqualTo(new LineChange(List.of("\"TimeoutSeconds\": 60"), List.of()));
    assertThat(timeout.coveredBy()).hasSize(2);
    TriedMutant attempts = order.mutants().get(1);
    assertThat(attempts.change().removed())
        .containsExactly("\"Retry\": [{ \"ErrorEquals\": [\"Busy\"], \"MaxAttempts\": 2 }],");
    assertThat(attempts.change().added())
        .containsExactly("\"Retry\": [{ \"ErrorEquals\": [\"Busy\"], \"MaxAttempts\": 1 }],");
    assertThat(attempts.killedBy())
        .containsExactly(new TriedTest("orders", "OrderTest", "tries_again()", 1));
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void parts_of_several_jobs_count_together() {
    SampleMutants.of("orders", "1/2")
        .attempts("Survived")
        .write(folder.resolve("job-1/mutation-1-of-2.json"));
    SampleMutants.of("orders", "2/2")
        .timeout("NoCoverage")
        .write(folder.resolve("job-2/mutation-2-of-2.json"));

    MutationReport report = read();

    assertThat(endings(report))
        .containsExactly("DropTimeout NO_COVERAGE", "ChangeMaxAttempts SURVIVED");
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void a_part_that_is_missing_is_named() {
    SampleMutants.of("orders", "2/3").timeout("Survived").write(folder.resolve("mutation-2.json"));

    assertThat(read().problems())
        .containsExactly(
            "The mutants of orders are not all here: what the jobs 1/3, 3/3 have tried is"
                + " missing.");
  }

  @Test
  void a_mutant_that_was_tried_twice_counts_once_and_as_killed_if_one_test_found_it() {
    SampleMutants.of("orders", "1/1").timeout("Survived").write(folder.resolve("a/mutation.json"));
    SampleMutants.of("orders", "1/1")
        .test("waits()")
        .timeout("Killed", "1")
        .write(folder.resolve("b/mutation.json"));

    MutationReport report = read();

    assertThat(endings(report)).containsExactly("DropTimeout KILLED");
    assertThat(report.problems())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("b/mutation.json").toString())
        .contains("1 mutant of src/main/resources/order.asl.json")
        .contains("TimeoutSeconds of Charge is left out (line 7). It counts as killed");
  }

  @Test
  void mutants_of_another_content_of_the_file_are_left_out_and_named() {
    SampleMutants.of("orders", "1/2").timeout("Survived").write(folder.resolve("a/mutation.json"));
    SampleMutants.of("orders", "2/2", SampleMutants.SOURCE.replace("60", "61"))
        .attempts("Killed")
        .write(folder.resolve("b/mutation.json"));

    MutationReport report = read();

    assertThat(endings(report)).containsExactly("DropTimeout SURVIVED");
    assertThat(report.problems())
        .containsExactly(
            folder.resolve("b/mutation.json")
                + " has mutants of another src/main/resources/order.asl.json than "
                + folder.resolve("a/mutation.json")
                + " has: 1 mutant is left out. Try them again with this definition.");
  }

  @Test
  void mutants_of_a_definition_that_was_changed_before_the_tests_ran_are_left_out() {
    SampleRecords.of(folder.resolve("data"), "orders", "fork-1")
        .definition("d1", "order.asl.json", SampleMutants.SOURCE.replace("60", "61"))
        .test("t", "d1", "/States/Charge")
        .write();
    SampleMutants.of("orders", "1/1").timeout("Survived").write(folder.resolve("mutation.json"));

    MutationReport report = read();

    assertThat(report.definitions()).isEmpty();
    assertThat(report.problems())
        .singleElement()
        .asString()
        .contains("than the tests of this report ran: 1 mutant is left out");
  }

  @Test
  void modules_may_have_files_of_one_name() {
    SampleMutants.of("orders", "1/1").timeout("Survived").write(folder.resolve("a/mutation.json"));
    SampleMutants.of("billing", "1/1", SampleMutants.SOURCE.replace("60", "61"))
        .timeout("Killed")
        .write(folder.resolve("b/mutation.json"));

    MutationReport report = read();

    assertThat(report.definitions())
        .extracting(DefinitionMutants::module)
        .containsExactly("billing", "orders");
    assertThat(report.problems()).isEmpty();
  }

  @Test
  void files_of_other_programs_are_not_ours_and_broken_ones_are_named() throws IOException {
    Files.writeString(folder.resolve("mutation.json"), "{\"framework\": {\"name\": \"Stryker\"}}");
    Files.writeString(folder.resolve("mutation-2.json"), "{\"framework\": ");

    MutationReport report = read();

    assertThat(report.definitions()).isEmpty();
    assertThat(report.problems())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("mutation-2.json") + " is left out, as it cannot be read: ");
  }

  @Test
  void files_beside_the_folder_of_records_are_found() {
    Path file = folder.resolve("stepunit/mutation.json");
    SampleMutants.of("orders", "1/1").timeout("Survived").write(file);

    assertThat(MutationFiles.in(List.of(folder.resolve("stepunit/data")))).containsExactly(file);
    assertThat(MutationFiles.in(List.of(folder.resolve("stepunit/data"), folder)))
        .containsExactly(file);
    assertThat(MutationFiles.in(List.of(folder.resolve("other")))).isEmpty();
  }
}
