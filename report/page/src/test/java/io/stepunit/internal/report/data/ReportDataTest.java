package io.stepunit.internal.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.stepunit.internal.report.coverage.SampleRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDataTest {
  private static final String ORDER =
      "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}, \"B\": {\"Type\": \"Succeed\"}}}";

  @TempDir Path folder;

  private SampleRecords fork(String module, String fork) {
    return SampleRecords.of(folder.resolve(module), module, fork);
  }

  private SampleRecords fork(String module, String fork, String startedAt) {
    return SampleRecords.of(folder.resolve(module), module, fork, startedAt);
  }

  @Test
  void hits_of_forks_modules_and_shards_are_added_up() {
    fork("orders", "1")
        .definition("d1", "order.asl.json", ORDER)
        .test("a", "d1", "/States/A")
        .write();
    fork("orders", "2")
        .definition("d1", "order.asl.json", ORDER)
        .generatedTest("b", "d1", "/States/A", "/States/A/Next", "/States/B")
        .write();
    fork("shop", "1")
        .definition("d1", "order.asl.json", ORDER)
        .test("a", "d1", "/States/A")
        .write();

    ReportData data = ReportData.read(List.of(folder.resolve("orders"), folder.resolve("shop")));

    assertThat(data.definitions()).hasSize(1);
    RecordedHits hits = data.hitsOf(data.definitions().get(0));
    assertThat(hits.all().executions()).isEqualTo(3);
    assertThat(hits.all().counts())
        .containsExactly(
            entry("/States/A", 3L), entry("/States/A/Next", 1L), entry("/States/B", 1L));
    assertThat(hits.generated().counts())
        .containsExactly(
            entry("/States/A", 1L), entry("/States/A/Next", 1L), entry("/States/B", 1L));
    assertThat(data.tests())
        .extracting(TestRecord::module)
        .containsExactly("orders", "orders", "shop");
    assertThat(data.problems()).isEmpty();
  }

  @Test
  void the_order_is_the_same_whatever_ran_first() {
    fork("orders", "1").test("t#10", "d1").test("t#2", "d1").write();
    fork("orders", "2").definition("d1", "order.asl.json", ORDER).test("t#1", "d1").write();

    ReportData data = ReportData.read(List.of(folder.resolve("orders")));

    assertThat(data.tests()).extracting(TestRecord::id).containsExactly("t#1", "t#2", "t#10");
  }

  @Test
  void a_test_that_ran_twice_is_listed_once_as_it_ended_last() {
    SampleRecords records = fork("orders", "1");
    for (String status : List.of("FAILED", "PASSED")) {
      records.line(
          "{\"kind\": \"test\", \"id\": \"t\", \"key\": \"k\", \"class\": \"C\", \"name\": \"t\", \"status\": \"%s\"}"
              .formatted(status));
    }

    assertThat(records.read().tests()).extracting(TestRecord::status).containsExactly("PASSED");
  }

  @Test
  void of_a_test_that_ran_twice_the_last_try_is_covered() {
    ReportData data =
        fork("orders", "1")
            .definition("d1", "order.asl.json", ORDER)
            .test("t", "d1", "/States/A", "/States/A/Next")
            .test("t", "d1", "/States/A")
            .read();

    assertThat(data.hitsOf(data.definitions().get(0)).all().counts())
        .containsExactly(entry("/States/A", 1L));
  }

  @Test
  void of_a_test_that_a_build_tool_ran_again_only_the_last_try_is_there() {
    fork("orders", "1")
        .definition("d1", "order.asl.json", ORDER)
        .raw("{\"kind\":\"execution\",\"id\":\"k-t-1\",\"test\":\"t\",\"definition\":\"d1\"}\n")
        .raw("{\"kind\":\"execution\",\"id\":\"k-t-2\",\"test\":\"t\",\"definition\":\"d1\"}\n")
        .line("{\"kind\": \"quotas\", \"execution\": \"k-t-2\"}")
        .line("{\"kind\": \"world\", \"test\": \"t\"}")
        .ended("t", "FAILED", ", \"failure\": {\"message\": \"too late\"}")
        .write();
    fork("orders", "2", "2026-11-28T08:26:09Z")
        .raw("{\"kind\":\"execution\",\"id\":\"k-t-1\",\"test\":\"t\",\"definition\":\"d1\"}\n")
        .test("t", "d1", "/States/A")
        .write();

    ReportData data = ReportData.read(List.of(folder.resolve("orders")));

    TestRecord test = data.tests().get(0);
    assertThat(test.status()).isEqualTo("PASSED");
    assertThat(test.json().path("earlier"))
        .hasToString("[{\"status\":\"FAILED\",\"failure\":{\"message\":\"too late\"}}]");
    assertThat(data.executions())
        .singleElement()
        .extracting(execution -> execution.line().file().getFileName().toString())
        .isEqualTo("2.jsonl");
    assertThat(data.quotas()).isEmpty();
    assertThat(data.worlds()).isEmpty();
  }

  @Test
  void the_last_try_is_the_one_that_started_last_whatever_its_file_is_called() {
    fork("orders", "fork-10", "2026-11-28T09:00:10.5Z").ended("t", "PASSED", "").write();
    fork("orders", "fork-2", "2026-11-28T09:00:10Z").ended("t", "FAILED", "").write();

    ReportData data = ReportData.read(List.of(folder.resolve("orders")));

    assertThat(data.tests()).extracting(TestRecord::status).containsExactly("PASSED");
  }

  @Test
  void hits_that_many_tests_share_count_for_each_of_them() {
    SampleRecords records = fork("orders", "1").definition("d1", "order.asl.json", ORDER);
    int reached = records.reached("d1", "/States/A", "/States/A/Next", "/States/A");
    String coverage = ", \"coverage\": [" + reached + "]";
    records.ended("t", "PASSED", coverage).ended("u", "PASSED", coverage);
    records.ended("v", "PASSED", coverage + ", \"generatedBy\": \"FAULT_MATRIX\"");

    ReportData data = records.read();

    RecordedHits hits = data.hitsOf(data.definitions().get(0));
    assertThat(hits.all().executions()).isEqualTo(3);
    assertThat(hits.all().counts())
        .containsExactly(entry("/States/A", 6L), entry("/States/A/Next", 3L));
    assertThat(hits.generated().counts())
        .containsExactly(entry("/States/A", 2L), entry("/States/A/Next", 1L));
  }

  @Test
  void executions_stay_in_their_file_until_they_are_asked_for() {
    String execution =
        "{\"kind\":\"execution\",\"id\":\"k-1\",\"test\":\"t\",\"definition\":\"d1\",\"status\":\"FAILED\",\"seed\":7,\"input\":{\"id\":\"ä\"},\"events\":[{}]}";

    ReportData data = fork("orders", "1").raw(execution + "\n").test("t", "d1").read();

    assertThat(data.executions()).hasSize(1);
    RecordedExecution recorded = data.executions().get(0);
    assertThat(recorded.head())
        .hasToString(
            "{\"kind\":\"execution\",\"id\":\"k-1\",\"test\":\"t\",\"definition\":\"d1\",\"status\":\"FAILED\",\"seed\":7}");
    assertThat(recorded.text()).isEqualTo(execution);
  }

  @Test
  void a_record_that_a_killed_jvm_left_half_written_is_left_out_and_told() {
    ReportData data =
        fork("orders", "1")
            .test("t", "d1")
            .raw("{\"kind\":\"execution\",\"id\":\"k-1\",\"test\":\"t\",\"input\":{}")
            .read();

    assertThat(data.tests()).hasSize(1);
    assertThat(data.executions()).isEmpty();
    assertThat(data.problems())
        .singleElement()
        .asString()
        .endsWith(
            "1.jsonl ends in the midst of a record, as after a JVM was killed; it is left out.");
  }

  @Test
  void zeros_at_the_end_of_a_file_that_is_not_closed_are_no_records() {
    ReportData data = fork("orders", "1").test("t", "d1").raw("\0".repeat(100_000)).read();

    assertThat(data.tests()).hasSize(1);
    assertThat(data.problems()).isEmpty();
  }

  @Test
  void a_last_record_without_a_line_end_counts_if_it_is_whole() {
    ReportData data =
        fork("orders", "1")
            .raw("{\"kind\":\"execution\",\"id\":\"k-1\",\"test\":\"t\",\"definition\":\"d1\"}")
            .read();

    assertThat(data.executions()).extracting(RecordedExecution::id).containsExactly("k-1");
    assertThat(data.problems()).isEmpty();
  }

  @Test
  void records_that_are_no_json_are_left_out_and_told() {
    ReportData data = fork("orders", "1").raw("oops\n{]}\n").test("t", "d1").read();

    assertThat(data.tests()).hasSize(1);
    assertThat(data.problems())
        .singleElement()
        .asString()
        .endsWith("1.jsonl has records that are no JSON, which are left out: 2 of them.");
  }

  @Test
  void a_file_without_its_first_record_is_left_out_and_told() throws Exception {
    Path file = Files.writeString(folder.resolve("1.jsonl"), "{\"kind\":\"run\",\"ver");

    ReportData data = ReportData.read(List.of(folder));

    assertThat(data.runs()).isEmpty();
    assertThat(data.problems())
        .containsExactly(
            file + " ends in the midst of a record, as after a JVM was killed; it is left out.");
  }

  @Test
  void an_empty_file_is_no_problem() throws Exception {
    Files.writeString(folder.resolve("1.jsonl"), "");

    assertThat(ReportData.read(List.of(folder)).problems()).isEmpty();
  }

  @Test
  void records_of_another_version_are_refused() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("1.jsonl"),
            "{\"kind\":\"run\",\"version\":3,\"module\":\"orders\",\"stepunit\":\"0.9.0\"}\n");

    assertThatExceptionOfType(RecordsException.class)
        .isThrownBy(() -> ReportData.read(List.of(folder)))
        .withMessage(
            file
                + " has records of version 3, written by StepUnit 0.9.0; this StepUnit reads version"
                + " 2. Use the same version of StepUnit for the tests and for their report, and run"
                + " the tests again.");
  }

  @Test
  void lines_are_those_of_the_nearest_thing_that_has_some() {
    DefinitionRecord order =
        fork("orders", "1").definition("d1", "order.asl.json", ORDER).read().definitions().get(0);

    assertThat(order.lines("/States/B")).contains(new LineRange(5, 6));
    assertThat(order.lines("/States/A/Next")).contains(new LineRange(3, 4));
    assertThat(order.lines("/TimeoutSeconds")).contains(new LineRange(1, 100));
    assertThat(order.title()).isEqualTo("order");
  }
}
