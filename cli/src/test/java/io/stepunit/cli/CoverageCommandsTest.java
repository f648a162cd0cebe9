package io.stepunit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do with the records of test runs. */
class CoverageCommandsTest {
  private static final String RUN =
      """
      {"kind": "run", "version": 2, "run": "r1", "module": "orders", "fork": "fork-1",\
       "startedAt": "2026-11-28T08:26:00Z", "stepunit": "0.1.0", "java": "17.0.19"}
      """;

  private static final String ORDER =
      """
      {"kind": "definition", "id": "d1", "name": "order.asl.json", "file": "src/order.asl.json",\
       "type": "STANDARD", "text": "", "lines": {"/States/Refuse": [7, 8]}, "asl": {"StartAt": "Charge",\
       "States": {"Charge": {"Type": "Choice", "Default": "Refuse", "Choices": [{"Variable": "$.paid",\
       "BooleanEquals": true, "Next": "Done"}]}, "Refuse": {"Type": "Fail"},\
       "Done": {"Type": "Succeed"}}}}
      """;

  private static final String GOOD_DAY =
      """
      {"kind": "coverage", "number": 1, "definition": "d1", "executions": 1, "hits":\
       {"/States/Charge": 1, "/States/Charge/Choices/0#true": 1, "/States/Charge/Choices/0/Next": 1,\
       "/States/Done": 1}}
      {"kind": "test", "id": "t", "status": "PASSED", "coverage": [1]}
      """;

  private static final String BAD_DAY =
      """
      {"kind": "coverage", "number": 2, "definition": "d1", "executions": 1, "hits":\
       {"/States/Charge": 1, "/States/Charge/Choices/0#false": 1, "/States/Charge/Default": 1,\
       "/States/Refuse": 1}}
      {"kind": "test", "id": "u", "status": "PASSED", "coverage": [2]}
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return StepUnitCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private String data(String shard, String... records) throws IOException {
    Path data = Files.createDirectories(folder.resolve(shard).resolve("stepunit/data"));
    Files.writeString(data.resolve("fork-1.jsonl"), RUN + ORDER + String.join("", records));
    return folder.resolve(shard).toString();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Nested
  class Check {
    @Test
    void names_each_hole_with_its_place_and_fails() throws IOException {
      int code = run("check", data("a", GOOD_DAY));

      assertThat(code).isEqualTo(1);
      assertThat(out.toString().lines())
          .first()
          .asString()
          .startsWith("order: states 2/3 (66 %, and 100 % are asked for), transitions 1/2 ");
      assertThat(out.toString()).contains("  src/order.asl.json:7: Refuse is never reached");
    }

    @Test
    void counts_the_shards_of_a_build_together() throws IOException {
      int code = run("check", data("shard-1", GOOD_DAY), data("shard-2", BAD_DAY));

      assertThat(code).isZero();
      assertThat(out.toString())
          .isEqualToIgnoringNewLines("Coverage is as asked for in 1 definition.");
    }

    @Test
    void passes_where_less_is_asked_for() throws IOException {
      assertThat(run("check", "--thresholds", "states=60,all=50", data("a", GOOD_DAY, BAD_DAY)))
          .isZero();
      assertThat(run("check", "--definition", "order:states=60,all=0", data("a", GOOD_DAY)))
          .isZero();
    }

    @Test
    void allows_the_holes_of_a_baseline_and_no_others() throws IOException {
      String baseline = path("baseline.json");

      assertThat(run("check", "--write-baseline", baseline, data("a", GOOD_DAY))).isZero();

      assertThat(run("check", "--baseline", baseline, data("a", GOOD_DAY))).isZero();
      assertThat(run("check", "--baseline", baseline, data("a", BAD_DAY))).isEqualTo(1);
    }

    @Test
    void tells_that_a_baseline_can_shrink() throws IOException {
      String baseline = path("baseline.json");
      run("check", "--write-baseline", baseline, data("a", GOOD_DAY));

      run("check", "--baseline", baseline, data("a", GOOD_DAY, BAD_DAY));

      assertThat(out.toString()).contains("No longer open: 3 holes of the baseline.");
    }

    @Test
    void cannot_run_with_a_threshold_that_is_none() throws IOException {
      assertThat(run("check", "--thresholds", "lines=80", data("a", GOOD_DAY))).isEqualTo(2);
      assertThat(err.toString()).startsWith("'lines' is no kind of coverage. Kinds: states, ");
    }

    @Test
    void cannot_run_with_a_baseline_that_is_not_there() throws IOException {
      assertThat(run("check", "--baseline", path("none.json"), data("a", GOOD_DAY))).isEqualTo(2);
      assertThat(err.toString()).startsWith("There is no baseline " + path("none.json"));
    }

    @Test
    void cannot_run_without_records() {
      assertThat(run("check", path("nowhere"))).isEqualTo(2);
      assertThat(err.toString()).startsWith("There are no records in " + path("nowhere"));
    }

    @Test
    void cannot_run_on_records_of_another_version() throws IOException {
      Path data = Files.createDirectories(folder.resolve("later"));
      Files.writeString(
          data.resolve("fork-1.jsonl"), RUN.replace("\"version\": 2", "\"version\": 3"));

      assertThat(run("check", data.toString())).isEqualTo(2);
      assertThat(err.toString()).contains("has records of version 3");
    }
  }

  @Nested
  class Report {
    @Test
    void makes_page_and_exports_of_all_shards() throws IOException {
      int code = run("report", "--output", path("out"), data("1", GOOD_DAY), data("2", BAD_DAY));

      assertThat(code).isZero();
      assertThat(out.toString())
          .startsWith("StepUnit: order 3/3 states, 2/2 transitions (no holes), report: ");
      assertThat(folder.resolve("out/index.html")).isRegularFile();
      assertThat(folder.resolve("out/cobertura.xml")).isRegularFile();
    }

    @Test
    void fails_if_tests_found_too_few_of_the_mutants_of_all_jobs() throws IOException {
      String data = data("1", GOOD_DAY);
      mutants("1/2", "Killed");
      mutants("2/2", "Survived");

      int enough = run("report", "--output", path("out"), "--mutants-at-least", "50", data);
      int tooLittle = run("report", "--output", path("out"), "--mutants-at-least", "80", data);

      assertThat(enough).isZero();
      assertThat(tooLittle).isEqualTo(StepUnitCommand.WRONG);
      assertThat(out.toString())
          .contains(
              "Tests found 50.0 % of the mutants.",
              "Tests found 50.0 % of the mutants, and 80 % are asked for.");
      assertThat(folder.resolve("out/index.html")).isRegularFile();
    }

    @Test
    void fails_if_a_job_with_mutants_is_missing() throws IOException {
      String data = data("1", GOOD_DAY);
      mutants("2/2", "Killed");

      int code = run("report", "--output", path("out"), "--mutants-at-least", "50", data);

      assertThat(code).isEqualTo(StepUnitCommand.WRONG);
      assertThat(out.toString()).contains("what the jobs 1/2 have tried is missing");
    }

    /** What a job that tried one mutant has left. */
    private void mutants(String shard, String status) throws IOException {
      Path file = folder.resolve("1/mutation-" + shard.replace("/", "-of-") + ".json");
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(
          file,
          """
          {"schemaVersion": "2.0", "framework": {"name": "StepUnit", "version": "0.1.0"},
           "config": {"module": "shop", "shard": "%1$s"},
           "files": {"src/shop.asl.json": {"language": "json", "source": "{}", "mutants": [
             {"id": "src/shop.asl.json:DropNext/States/%1$s", "mutatorName": "DropNext",
              "replacement": "", "status": "%2$s", "coveredBy": [], "killedBy": [],
              "description": "Next is left out",
              "location": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 2}}}]}},
           "testFiles": {}}
          """
              .formatted(shard, status));
    }
  }

  @Nested
  class Merge {
    @Test
    void puts_the_records_of_all_shards_in_one_folder() throws IOException {
      int code = run("merge", "--output", path("all"), data("1", GOOD_DAY), data("2", BAD_DAY));

      assertThat(code).isZero();
      assertThat(out.toString())
          .isEqualToIgnoringNewLines("2 files of records copied to " + path("all"));
      assertThat(run("check", path("all"))).isZero();
    }

    @Test
    void does_not_mix_them_with_others() throws IOException {
      String shard = data("1", GOOD_DAY);

      assertThat(run("merge", "--output", shard, shard)).isEqualTo(2);
      assertThat(err.toString()).startsWith("There are records in " + shard + " already");
    }
  }

  /** Results of mutants, as two CI jobs leave them. */
  @Nested
  class Mutants {
    private static final String TIMEOUT =
        """
        {"id": "src/order.asl.json:DropDefault/States/Charge/Default", "mutatorName": "DropDefault",\
         "location": {"start": {"line": 2, "column": 1}, "end": {"line": 2, "column": 3}},\
         "description": "Default of Charge is left out", "replacement": "", "status": "%s"}
        """;

    private void job(int number, String status) throws IOException {
      Files.writeString(
          Files.createDirectories(folder.resolve("job-" + number + "/stepunit"))
              .resolve("mutation-" + number + "-of-2.json"),
          """
          {"framework": {"name": "StepUnit"}, "config": {"module": "billing", "shard": "%s/2"},
           "files": {"src/order.asl.json":
             {"language": "json", "source": "{}", "mutants": [%s]}}, "testFiles": {}}
          """
              .formatted(number, TIMEOUT.formatted(status)));
    }

    @Test
    void are_merged_into_the_report_of_the_tests() throws IOException {
      job(1, "Survived");
      job(2, "Killed");

      int code =
          run("report", data("a", GOOD_DAY), path("job-1"), path("job-2"), "--output", path("out"));

      assertThat(code).isZero();
      assertThat(out.toString())
          .contains("order 1 of 1 mutants found (100.0 %), 0 survived, 0 not reached")
          .contains("It counts as killed; the tests were not the same, or do not always pass.");
      assertThat(folder.resolve("out/index.html")).content().contains("id=\"mutants-m1\"");
    }

    @Test
    void make_a_report_without_records_of_tests_too() throws IOException {
      job(2, "Survived");

      int code = run("report", path("job-2/stepunit/data"), "--output", path("out"));

      assertThat(code).isZero();
      assertThat(out.toString())
          .contains("what the jobs 1/2 have tried is missing")
          .contains("order 0 of 1 mutants found (0.0 %), 1 survived, 0 not reached");
    }

    @Test
    void are_copied_with_the_records() throws IOException {
      job(1, "Survived");
      job(2, "Killed");

      run("merge", "--output", path("all"), data("a", GOOD_DAY), path("job-1"), path("job-2"));

      assertThat(out.toString())
          .isEqualToIgnoringNewLines("3 files of records copied to " + path("all"));
      assertThat(run("report", path("all"), "--output", path("out"))).isZero();
      assertThat(out.toString()).contains("order 1 of 1 mutants found");
    }
  }
}
