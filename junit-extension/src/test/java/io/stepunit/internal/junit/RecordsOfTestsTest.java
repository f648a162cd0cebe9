package io.stepunit.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class RecordsOfTestsTest {
  @TempDir private Path folder;

  @Test
  void tells_each_attempt_with_its_answer_and_the_formula_of_its_delay() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Bare.class);

    JsonNode visit = run.only("execution").path("visits").path(0);
    assertThat(visit.path("attempts").findValuesAsText("number")).containsExactly("1", "2", "3");
    assertThat(visit.path("attempts").path(0).path("answeredBy").path("at").asText())
        .matches("RecordedTests.java:\\d+");
    assertThat(visit.path("attempts").path(1).path("answeredBy").path("mock").asText())
        .isEqualTo("charge.mock(\"Charge\")");
    assertThat(visit.path("attempts").path(0).path("delay"))
        .isEqualTo(Json.parse("{\"seconds\": 30, \"formula\": \"Retry[0]: 30 s\"}"));
    assertThat(visit.path("attempts").path(1).path("delay"))
        .isEqualTo(Json.parse("{\"seconds\": 45, \"formula\": \"Retry[0]: 30 s × 1.5\"}"));
    assertThat(visit.path("attempts").path(2).path("result").path("Payload"))
        .isEqualTo(Json.parse("{\"paid\": true}"));
  }

  @Test
  void writes_the_formula_of_a_delay_in_full() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Patient.class);

    JsonNode attempts = run.only("execution").path("visits").path(0).path("attempts");
    assertThat(attempts.findValues("delay").stream().map(it -> it.path("formula").asText()))
        .containsExactly(
            "Retry[0]: 30 s, at most 60 s, times a random number below 1 (JitterStrategy FULL)",
            "Retry[0]: 30 s × 1.5, at most 60 s, times a random number below 1 (JitterStrategy"
                + " FULL)",
            "Retry[0]: 30 s × 1.5², at most 60 s, times a random number below 1 (JitterStrategy"
                + " FULL)",
            "Retry[0]: 30 s × 1.5³, at most 60 s, times a random number below 1 (JitterStrategy"
                + " FULL)");
  }

  @Test
  void tells_heartbeats() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Waiting.class);

    JsonNode tokens = run.only("execution").path("tokens");
    assertThat(tokens.findValuesAsText("at"))
        .containsExactly("2026-01-01T00:00:40Z", "2026-01-01T00:01:20Z");
    assertThat(tokens.path(0).path("path").asText()).isEqualTo("Approve");
  }

  @Test
  void has_the_children_of_map_runs_with_pointers_into_the_whole_definition() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Distributed.class);

    List<JsonNode> executions = run.of("execution");
    String id = executions.get(0).path("id").asText();
    assertThat(executions.stream().map(each -> each.path("id").asText()))
        .containsExactly(id, id + ".1.0", id + ".1.1");
    assertThat(executions.get(0).path("mapRuns").path(0).path("children").path(1).asText())
        .isEqualTo(id + ".1.1");
    assertThat(executions.get(1).path("parentArn")).isEqualTo(executions.get(0).path("arn"));
    assertThat(executions.get(1).path("definition")).isEqualTo(run.only("definition").path("id"));
    assertThat(executions.get(1).path("visits").path(0).path("pointer").asText())
        .isEqualTo("/States/Lines/ItemProcessor/States/Line");
  }

  @Test
  void tells_the_data_after_each_field_of_a_state() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Bare.class);

    JsonNode flow = run.only("execution").path("visits").path(0).path("flow");
    assertThat(flow.findValuesAsText("step"))
        .containsExactly("Parameters", "Result", "ResultSelector", "ResultPath");
    assertThat(flow.path(0).path("value"))
        .isEqualTo(Json.parse("{\"FunctionName\": \"charge\", \"Payload\": {\"order\": 7}}"));
    assertThat(flow.path(2).path("value")).isEqualTo(Json.parse("{\"paid\": true}"));
    assertThat(flow.path(3).path("value"))
        .isEqualTo(Json.parse("{\"id\": 7, \"payment\": {\"paid\": true}}"));
  }

  @Test
  void tells_the_definition_with_its_lines_once() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Bare.class, RecordedTests.Failing.class);

    JsonNode definition = run.only("definition");
    assertThat(definition.path("text").asText()).isEqualTo(RecordedTests.CHARGE);
    assertThat(definition.path("lines").path("/States/Charge/Retry/0"))
        .isEqualTo(Json.parse("[11, 11]"));
    assertThat(definition.path("lines").path("/States/Charge")).isEqualTo(Json.parse("[4, 15]"));
    assertThat(run.of("execution").stream().map(each -> each.path("definition")))
        .containsOnly(definition.path("id"));
  }

  @Test
  void counts_what_a_test_reached() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Many.class);

    JsonNode coverage = run.only("coverage");
    assertThat(coverage.path("executions").asInt()).isEqualTo(20);
    assertThat(coverage.path("hits")).isEqualTo(Json.parse("{\"/States/Charge\": 20}"));
  }

  @Test
  void keeps_the_first_executions_of_a_test_that_passes() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Many.class);

    String key = run.only("test").path("key").asText();
    assertThat(run.of("execution").stream().map(each -> each.path("id").asText()))
        .containsExactly(key + "-1", key + "-2", key + "-3", key + "-4", key + "-5");
  }

  @Test
  void links_a_failure_to_an_execution_that_is_kept() {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(RecordedTests.Failing.class))
                .configurationParameter(PlanRecording.PARAMETER, folder.toString())
                .build(),
            summary);

    RecordedRun run = RecordedRun.read(folder);
    JsonNode execution = run.only("execution");
    String message = summary.getSummary().getFailures().get(0).getException().getMessage();
    assertThat(message)
        .endsWith(
            "report: %s/index.html#/execution/%s\n"
                .formatted(folder, execution.path("id").asText()));
    assertThat(execution.path("kept").asText()).isEqualTo("FAILING");
    JsonNode test = run.only("test");
    assertThat(test.path("status").asText()).isEqualTo("FAILED");
    assertThat(test.path("failure").path("message").asText()).isEqualTo(message);
    assertThat(test.path("failure").path("at").asText()).matches("RecordedTests.java:\\d+");
  }

  @Test
  void records_generated_nested_and_dynamic_tests_and_environments_made_by_hand() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Extended.class);

    Map<String, Long> executions =
        run.of("execution").stream()
            .collect(
                Collectors.groupingBy(
                    each -> name(run, each.path("test").asText()),
                    TreeMap::new,
                    Collectors.counting()));
    assertThat(executions)
        .containsEntry("runs_the_machine_of_the_class_and_one_made_by_hand(TestStateMachine)", 2L)
        .containsEntry("a", 1L)
        .containsEntry("b", 1L)
        .containsEntry("runs_too(TestStateMachine)", 1L)
        .hasSize(6);
  }

  private static String name(RecordedRun run, String id) {
    return run.of("test").stream()
        .filter(test -> test.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow()
        .path("name")
        .asText();
  }

  @Test
  void gives_what_a_class_ran_before_its_tests_to_the_first_test() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.OfClass.class);

    assertThat(run.only("execution").path("test")).isEqualTo(run.only("test").path("id"));
  }

  @Test
  void tells_tests_apart_that_run_at_once() {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(RecordedTests.Concurrent.class))
                .configurationParameter(PlanRecording.PARAMETER, folder.toString())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                    "junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .build());

    RecordedRun run = RecordedRun.read(folder);
    Map<String, Integer> counts = new TreeMap<>();
    run.of("test")
        .forEach(
            test ->
                counts.put(
                    test.path("name").asText().substring(1, 2),
                    executions(run, test.path("coverage").path(0).asInt())));
    assertThat(counts)
        .isEqualTo(
            IntStream.rangeClosed(1, 9)
                .boxed()
                .collect(Collectors.toMap(String::valueOf, number -> number)));
  }

  private static int executions(RecordedRun run, int set) {
    return run.of("coverage").stream()
        .filter(each -> each.path("number").asInt() == set)
        .mapToInt(each -> each.path("executions").asInt())
        .sum();
  }

  @Test
  void tells_once_what_several_tests_reached() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Alike.class);

    assertThat(run.only("coverage").path("hits")).isEqualTo(Json.parse("{\"/States/Charge\": 1}"));
    assertThat(run.of("test").stream().map(test -> test.path("coverage")))
        .hasSize(2)
        .containsOnly(Json.parse("[1]"));
  }

  @Test
  void tells_which_mock_answered_each_of_two_runs_that_share_an_arn() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Twice.class);

    assertThat(run.of("execution"))
        .extracting(each -> each.path("visits").path(1).path("attempts").path(0).path("result"))
        .containsExactly(Json.parse("{\"paid\": false}"), Json.parse("{\"paid\": true}"));
    assertThat(run.of("execution"))
        .extracting(RecordsOfTestsTest::answeredBy)
        .doesNotHaveDuplicates()
        .allMatch(line -> line.matches("RecordedTests.java:\\d+"));
  }

  private static String answeredBy(JsonNode execution) {
    return execution.path("visits").path(1).path("attempts").path(0).at("/answeredBy/at").asText();
  }

  @Test
  void tells_tests_that_were_skipped_with_the_reason() {
    RecordedRun run =
        RecordedRun.of(
            folder,
            RecordedTests.Extended.class,
            RecordedTests.LeftOut.class,
            RecordedTests.Untouched.class);

    assertThat(run.of("test"))
        .filteredOn(test -> test.path("status").asText().equals("SKIPPED"))
        .extracting(test -> test.path("name").asText() + ": " + test.path("reason").asText())
        .containsExactlyInAnyOrder(
            "is_left_out(TestStateMachine): not now",
            "one(TestStateMachine): the whole class",
            "some(int, TestStateMachine): the whole class");
  }

  @Test
  void tells_which_test_failed_before_it_passed() throws IOException {
    RecordedTests.Flaky.failsNext();
    RecordedRun.of(folder, RecordedTests.Flaky.class, RecordedTests.Bare.class);
    RecordedRun.of(folder, RecordedTests.Flaky.class);

    JsonNode coverage = Json.parse(Files.readString(folder.resolve("coverage.json")));
    assertThat(coverage.path("definitions").path(0).path("executions").asInt()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("index.html")))
        .containsOnlyOnce("\"earlier\":[{\"status\":\"FAILED\"");
  }

  @Test
  void keeps_one_of_many_generated_tests_that_hold() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Matrix.class);

    assertThat(run.of("test")).hasSizeGreaterThan(1);
    assertThat(run.of("test").stream().map(each -> each.path("generatedBy").asText()))
        .containsOnly("FAULT_MATRIX");
    List<String> kept = new ArrayList<>();
    run.of("execution").forEach(each -> kept.add(each.path("kept").asText()));
    assertThat(kept).containsOnlyOnce("HOLDS");
  }

  @Test
  void has_each_value_once() throws IOException {
    RecordedRun.of(folder, RecordedTests.Bare.class);

    JsonNode execution =
        Files.readString(folder.resolve("data/fork-1.jsonl"))
            .lines()
            .map(Json::parse)
            .filter(record -> record.path("kind").asText().equals("execution"))
            .findFirst()
            .orElseThrow();
    List<String> values = new ArrayList<>();
    execution.path("values").forEach(value -> values.add(value.asText()));
    assertThat(values)
        .doesNotHaveDuplicates()
        .contains(
            "{\"id\":7}",
            "{\"FunctionName\":\"charge\",\"Payload\":{\"order\":7}}",
            "{\"id\":7,\"payment\":{\"paid\":true}}");
    JsonNode started = execution.at("/events/0/executionStartedEventDetails/input");
    assertThat(started).isEqualTo(execution.path("input"));
    assertThat(values.get(started.asInt())).isEqualTo("{\"id\":7}");
    assertThat(execution.at("/visits/0/attempts/0/input"))
        .isEqualTo(execution.at("/visits/0/flow/0/value"))
        .isEqualTo(execution.at("/events/2/taskScheduledEventDetails/parameters"));
  }

  @Test
  void cuts_long_data_and_says_so() {
    RecordedRun run = RecordedRun.of(folder, RecordedTests.Large.class);

    JsonNode execution = run.only("execution");
    assertThat(execution.path("input").asText()).hasSize(64 * 1024).startsWith("{\"id\":\"xxx");
    assertThat(execution.path("cut").path(0).asText())
        .isEqualTo("The input has 100009 bytes; its first 65536 characters are kept as text.");
    assertThat(
            execution
                .path("events")
                .path(0)
                .path("executionStartedEventDetails")
                .path("inputDetails"))
        .isEqualTo(Json.parse("{\"truncated\": true}"));
  }

  @Test
  @ResourceLock(Resources.SYSTEM_OUT)
  void records_and_reports_texts_that_utf_8_cannot_write() throws IOException {
    String printed =
        printedBy(
            () ->
                RecordedRun.of(
                    folder, RecordedTests.HalfCharacters.class, RecordedTests.Bare.class));

    assertThat(printed).doesNotContain("could be written", "left out");
    RecordedRun run = RecordedRun.read(folder);
    String shown = "charge\\uD83D";
    assertThat(run.testNames()).hasSize(3).filteredOn(name -> name.contains(shown)).hasSize(2);
    assertThat(run.of("execution").get(0).path("input").path(shown).asText()).isEqualTo(shown);
    assertThat(run.of("execution").get(0).path("visits").path(0).path("pointer").asText())
        .isEqualTo("/States/" + shown);
    assertThat(run.of("definition").get(0).path("asl").at("/States/" + shown).isObject()).isTrue();
    JsonNode coverage = Json.parse(Files.readString(folder.resolve("coverage.json")));
    assertThat(coverage.path("definitions").findValuesAsText("executions"))
        .containsExactlyInAnyOrder("2", "1");
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains(run.of("execution").stream().map(each -> each.path("id").asText()).toList());
  }

  @Test
  @ResourceLock(Resources.SYSTEM_OUT)
  void keeps_values_as_text_that_are_nested_too_deeply_for_readers() throws IOException {
    String printed =
        printedBy(() -> RecordedRun.of(folder, RecordedTests.Deep.class, RecordedTests.Bare.class));

    assertThat(printed).doesNotContain("could be written", "left out");
    RecordedRun run = RecordedRun.read(folder);
    JsonNode deep = run.of("execution").get(0);
    assertThat(deep.path("input").asText()).isEqualTo(RecordedTests.Deep.INPUT);
    assertThat(deep.path("cut").path(0).asText())
        .isEqualTo("The input has more than 100 levels; it is kept as text.");
    assertThat(run.of("world").get(0).path("effects").path(0).path("input").isTextual()).isTrue();
    assertThat(run.testNames()).containsExactlyInAnyOrder("has_deep_data()", "retries()");
  }

  private static String printedBy(Runnable code) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      code.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void leaves_no_trace_of_tests_without_machines_and_where_it_is_off() {
    RecordedRun.of(folder, RecordedTests.Untouched.class);
    RecordedRun.of("off", folder, RecordedTests.Bare.class);

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void counts_tests_without_machines_beside_others() {
    RecordedRun run =
        RecordedRun.of(folder, RecordedTests.Untouched.class, RecordedTests.Bare.class);

    assertThat(run.testNames()).containsExactly("retries()");
    assertThat(run.only("end").path("otherTests").asInt()).isEqualTo(1);
  }

  @Test
  void begins_anew_with_each_build() throws IOException {
    RecordedRun.of(folder, RecordedTests.Extended.class);
    anotherBuildMadeThem();

    RecordedRun second = RecordedRun.of(folder, RecordedTests.Bare.class);

    assertThat(second.testNames()).containsExactly("retries()");
  }

  /** What one JVM runs soon after the other would belong to the same build. */
  private void anotherBuildMadeThem() throws IOException {
    Path records = folder.resolve("data").resolve("fork-1.jsonl");
    String text = Files.readString(records);
    String starter = Json.parse(text.lines().findFirst().orElseThrow()).path("starter").asText();
    Files.writeString(records, text.replace(starter, "another build"));
  }

  @Test
  void has_the_same_ids_in_each_run() {
    RecordedRun first = RecordedRun.of(folder.resolve("first"), RecordedTests.Extended.class);

    RecordedRun second = RecordedRun.of(folder.resolve("second"), RecordedTests.Extended.class);

    assertThat(second.of("execution")).isNotEmpty().isEqualTo(first.of("execution"));
  }
}
