package io.stepunit.internal.report.make;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.report.ReportMaker;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.coverage.SampleRecords;
import io.stepunit.internal.report.data.ReportData;
import io.stepunit.internal.report.mutation.MutationReport;
import io.stepunit.internal.report.mutation.SampleMutants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  private static final String ORDER =
      """
      {"StartAt": "Charge", "States": {
        "Charge": {"Type": "Pass", "Next": "Done"},
        "Done": {"Type": "Succeed"}}}
      """;

  @TempDir Path folder;

  private SampleRecords shard(String name, String fork) {
    return SampleRecords.of(folder.resolve(name), "orders", fork)
        .definition("d1", "order.asl.json", ORDER);
  }

  private static String execution(String id, String test) {
    return """
        {"kind": "execution", "id": "%s", "test": "%s", "definition": "d1", "name": "run", "arn": "a",
         "type": "STANDARD", "status": "SUCCEEDED", "startedAt": "2026-01-01T00:00:00Z",
         "stoppedAt": "2026-01-01T00:01:30.250Z", "seed": 42, "input": {"text": "</script>"}}
        """
        .formatted(id, test);
  }

  private JsonNode index() {
    ReportData records = ReportData.read(List.of(folder));
    return new PageIndex(records, DefinitionCoverage.of(records), new Layouts()).toJson();
  }

  @Test
  void the_service_loader_finds_it() {
    assertThat(ServiceLoader.load(ReportMaker.class))
        .singleElement()
        .isInstanceOf(ReportFiles.class);
  }

  @Test
  void page_and_exports_are_made_and_the_console_says_so() throws IOException {
    shard("data", "fork-1").test("t", "d1", "/States/Charge").line(execution("k-t-1", "t")).write();

    List<String> lines =
        new ReportFiles()
            .make(List.of(folder.resolve("data")), List.of(), folder.resolve("out"), 3);

    assertThat(lines)
        .containsExactly(
            "StepUnit: order 1/2 states, 0/1 transitions (1 hole), report: "
                + folder.resolve("out/index.html"));
    assertThat(Files.readString(folder.resolve("out/index.html")))
        .startsWith("<!doctype html>")
        .contains("id=\"execution-k-t-1\"");
    assertThat(folder.resolve("out"))
        .isDirectoryContaining("glob:**/{coverage.json,summary.md,cobertura.xml,lcov.info}");
  }

  @Test
  void what_shards_reach_counts_together() throws IOException {
    shard("shard-1", "fork-1").test("t", "d1", "/States/Charge", "/States/Charge/Next").write();
    shard("shard-2", "fork-1").test("u", "d1", "/States/Done").write();

    assertThat(new ReportFiles().make(List.of(folder), List.of(), folder.resolve("out"), 3))
        .singleElement()
        .asString()
        .startsWith("StepUnit: order 2/2 states, 1/1 transitions (no holes)");
  }

  @Test
  void records_that_cannot_be_read_are_told() throws IOException {
    shard("data", "fork-1").test("t", "d1", "/States/Charge").raw("{\"kind\": \"te").write();

    assertThat(
            new ReportFiles()
                .make(List.of(folder.resolve("data")), List.of(), folder.resolve("out"), 3))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("StepUnit: ")
        .contains("in the midst of a record");
  }

  @Test
  void the_same_records_make_the_same_page() throws IOException {
    shard("data", "fork-1").test("t", "d1", "/States/Charge").line(execution("k-t-1", "t")).write();

    new ReportFiles().make(List.of(folder.resolve("data")), List.of(), folder.resolve("a"), 3);
    new ReportFiles().make(List.of(folder.resolve("data")), List.of(), folder.resolve("b"), 3);

    assertThat(folder.resolve("a/index.html"))
        .hasSameBinaryContentAs(folder.resolve("b/index.html"));
  }

  @Test
  void a_test_knows_its_executions_and_each_how_long_it_took() {
    shard("data", "fork-1")
        .test("t", "d1", "/States/Charge")
        .line(execution("k-t-1", "t"))
        .line(execution("k-t-2", "t"))
        .line("{\"kind\": \"quotas\", \"execution\": \"k-t-2\", \"events\": 7}")
        .write();

    JsonNode index = index();

    assertThat(index.path("tests").path(0).path("executions"))
        .isEqualTo(Json.parse("[\"k-t-1\", \"k-t-2\"]"));
    assertThat(index.path("executions").path(1).path("virtualSeconds").asText())
        .isEqualTo("90.250");
    assertThat(index.path("executions").path(1).path("events").asInt()).isEqualTo(7);
    assertThat(index.path("executions").path(1).has("input")).isFalse();
  }

  @Test
  void a_definition_has_its_graph_and_its_coverage() {
    shard("data", "fork-1").test("t", "d1", "/States/Charge").write();

    JsonNode definition = index().path("definitions").path(0);

    assertThat(definition.path("graph").path("nodes")).hasSizeGreaterThan(2);
    assertThat(definition.path("coverage").path("totals").path("states"))
        .isEqualTo(Json.parse("[1, 2]"));
  }

  @Test
  void a_run_of_many_modules_is_called_after_the_first_and_lists_all() {
    for (String module : List.of("catalog", "orders", "billing", "stock")) {
      SampleRecords.of(folder.resolve(module), module, "fork-1").write();
    }

    JsonNode run = index().path("run");

    assertThat(run.path("module").asText()).isEqualTo("billing and 3 more modules");
    assertThat(run.path("modules").asText()).isEqualTo("billing, catalog, orders, stock");
  }

  @Test
  void a_run_of_several_modules_is_called_after_all_of_them() {
    shard("a", "fork-1").test("t", "d1", "/States/Charge").write();
    SampleRecords.of(folder.resolve("b"), "billing", "fork-1").write();

    assertThat(index().path("run").path("module").asText()).isEqualTo("billing, orders");
  }

  @Test
  void mutants_are_in_the_page_the_summary_and_on_the_console() throws IOException {
    SampleRecords.of(folder.resolve("data"), "orders", "fork-1")
        .definition("d1", "order.asl.json", SampleMutants.SOURCE)
        .test("t", "d1", "/States/Charge")
        .write();
    Path file =
        SampleMutants.of("orders", "1/1")
            .test("t")
            .test("other()")
            .timeout("Survived")
            .attempts("Killed", "2")
            .write(folder.resolve("mutation.json"));

    List<String> lines =
        new ReportFiles()
            .make(List.of(folder.resolve("data")), List.of(file), folder.resolve("out"), 0);

    assertThat(lines)
        .endsWith("StepUnit: order 1 of 2 mutants found (50.0 %), 1 survived, 0 not reached");
    assertThat(Files.readString(folder.resolve("out/summary.md")))
        .endsWith(
            """
            | Definition | Mutants | Killed | Timed out | Survived | Not reached | Found |
            |---|--:|--:|--:|--:|--:|--:|
            | order | 2 | 1 | 0 | 1 | 0 | 50.0 % |

            ### Mutants of order that no test finds

            - TimeoutSeconds of Charge is left out, line 7
            """);
    ReportData records = ReportData.read(List.of(folder.resolve("data")));
    PageMutants mutants = new PageMutants(MutationReport.read(List.of(file), records), records);
    JsonNode head = mutants.index().at("/definitions/0");
    assertThat(head.path("definition").asText()).isEqualTo("d1");
    assertThat(head.path("counts").path("SURVIVED").asInt()).isEqualTo(1);
    JsonNode whole = Json.parse(mutants.texts().get(0).json());
    assertThat(whole.at("/mutants/0/removed/0").asText()).isEqualTo("\"TimeoutSeconds\": 60");
    assertThat(whole.path("tests"))
        .hasToString(
            "[{\"class\":\"OrderTest\",\"name\":\"t\",\"key\":\"k-t\"},"
                + "{\"class\":\"OrderTest\",\"name\":\"other()\"}]");
    assertThat(Files.readString(folder.resolve("out/index.html"))).contains("id=\"mutants-m1\"");
  }
}
