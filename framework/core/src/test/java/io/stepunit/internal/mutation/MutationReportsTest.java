package io.stepunit.internal.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.mutation.MutationResult.TestName;
import io.stepunit.internal.sweep.Shard;
import io.stepunit.load.DefinitionLoader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document and the console's lines. */
class MutationReportsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String JSON =
      """
      {
        "StartAt": "Charge",
        "States": {
          "Charge": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
            "TimeoutSeconds": 60,
            "Retry": [{ "ErrorEquals": ["Busy"], "MaxAttempts": 2 }],
            "End": true
          }
        }
      }
      """;

  private static final String YAML =
      """
      StartAt: Charge
      States:
        Charge:
          Type: Task
          Resource: arn:aws:lambda:us-east-1:123456789012:function:charge
          Retry:
            - ErrorEquals: [Busy]
              MaxAttempts: 2
          End: true
      """;

  private static final TestName FIRST = new TestName("id-1", "com.example.OrderTest", "pays");
  private static final TestName SECOND = new TestName("id-2", "com.example.OrderTest", "refuses");

  private static MutationResult result(String file, String text) {
    CompiledDefinition definition = CompiledDefinition.of(DefinitionLoader.fromText(file, text));
    List<MutantResult> results =
        Mutants.of(definition).stream().map(MutationReportsTest::result).toList();
    return new MutationResult(
        List.of(new MutatedDefinition(file, definition, definition.text().orElseThrow(), results)),
        List.of(FIRST, SECOND));
  }

  private static MutantResult result(Mutant mutant) {
    return switch (mutant.operator()) {
      case DROP_TIMEOUT ->
          new MutantResult(mutant, MutantStatus.NO_COVERAGE, List.of(), Optional.empty(), 0, "");
      case CHANGE_INTERVAL ->
          new MutantResult(
              mutant, MutantStatus.SURVIVED, List.of("id-1", "id-2"), Optional.empty(), 2, "");
      default ->
          new MutantResult(
              mutant,
              MutantStatus.KILLED,
              List.of("id-1", "id-2"),
              Optional.of("id-2"),
              1,
              "expected 3 attempts");
    };
  }

  private static JsonNode document(String file, String text) throws IOException {
    return MAPPER.readTree(
        MutationJson.text(
            result(file, text),
            new MutationOrigin("1.0", "orders", Shard.parse("2/3", "the test"))));
  }

  private static JsonNode schema() throws IOException {
    try (InputStream schema =
        MutationReportsTest.class.getResourceAsStream(
            "/mutation/mutation-testing-report-schema.json")) {
      return MAPPER.readTree(schema);
    }
  }

  private static JsonNode mutant(JsonNode document, String file, String id) {
    for (JsonNode mutant : document.path("files").path(file).path("mutants")) {
      if (mutant.path("id").asText().equals(file + ":" + id)) {
        return mutant;
      }
    }
    throw new AssertionError("no mutant " + id);
  }

  @ParameterizedTest
  @CsvSource({"order.asl.json, json", "order.asl.yaml, yaml"})
  void the_document_keeps_to_the_schema(String file, String language) throws IOException {
    JsonNode document = document(file, language.equals("json") ? JSON : YAML);

    assertThat(SchemaCheck.problems(schema(), document)).isEmpty();
    assertThat(document.path("files").path(file).path("language").asText()).isEqualTo(language);
    assertThat(document.path("files").path(file).path("mutants")).isNotEmpty();
  }

  @Test
  void the_check_finds_what_is_not_in_the_schema() throws IOException {
    ObjectNode document = (ObjectNode) document("order.asl.json", JSON);
    ((ObjectNode) document.path("files").path("order.asl.json").path("mutants").get(0))
        .put("status", "Dead")
        .put("line", 3);

    assertThat(SchemaCheck.problems(schema(), document))
        .hasSize(2)
        .anyMatch(problem -> problem.contains("/status: \"Dead\" is none of"))
        .anyMatch(problem -> problem.contains("/line: is not in the schema"));
  }

  @Test
  void a_change_stands_where_the_value_is() throws IOException {
    JsonNode changed =
        mutant(
            document("order.asl.json", JSON),
            "order.asl.json",
            "ChangeMaxAttempts/States/Charge/Retry/0/MaxAttempts");

    assertThat(changed.path("location").toString())
        .isEqualTo("{\"start\":{\"line\":8,\"column\":59},\"end\":{\"line\":8,\"column\":60}}");
    assertThat(changed.path("replacement").asText()).isEqualTo("1");
    assertThat(changed.path("status").asText()).isEqualTo("Killed");
    assertThat(changed.path("statusReason").asText()).isEqualTo("expected 3 attempts");
    assertThat(changed.path("killedBy").toString()).isEqualTo("[\"2\"]");
    assertThat(changed.path("coveredBy").toString()).isEqualTo("[\"1\",\"2\"]");
  }

  @Test
  void what_is_left_out_stands_with_its_name() throws IOException {
    JsonNode dropped =
        mutant(
            document("order.asl.json", JSON),
            "order.asl.json",
            "DropTimeout/States/Charge/TimeoutSeconds");

    assertThat(dropped.path("location").toString())
        .isEqualTo("{\"start\":{\"line\":7,\"column\":7},\"end\":{\"line\":7,\"column\":27}}");
    assertThat(dropped.path("replacement").asText()).isEmpty();
    assertThat(dropped.path("status").asText()).isEqualTo("NoCoverage");
  }

  @Test
  void what_is_added_is_a_change_of_what_is_around_it() throws IOException {
    JsonNode added =
        mutant(
            document("order.asl.json", JSON),
            "order.asl.json",
            "ChangeInterval/States/Charge/Retry/0/IntervalSeconds");

    assertThat(added.path("location").path("start").toString())
        .isEqualTo("{\"line\":8,\"column\":17}");
    assertThat(added.path("replacement").asText()).contains("\"IntervalSeconds\":2");
  }

  @Test
  void yaml_is_known_by_its_lines() throws IOException {
    JsonNode changed =
        mutant(
            document("order.asl.yaml", YAML),
            "order.asl.yaml",
            "ChangeMaxAttempts/States/Charge/Retry/0/MaxAttempts");

    assertThat(changed.path("location").path("start").toString())
        .isEqualTo("{\"line\":7,\"column\":1}");
  }

  @Test
  void the_console_names_what_was_not_found() {
    assertThat(MutationSummary.of(result("order.asl.json", JSON)))
        .containsSubsequence(
            "order.asl.json:8  Retry[0].IntervalSeconds of Charge became 2",
            "    \"Retry\": [{ \"ErrorEquals\": [\"Busy\"], \"MaxAttempts\": 2 }],",
            "    Passed all the same: OrderTest: pays, OrderTest: refuses",
            "order.asl.json:7  TimeoutSeconds of Charge is left out",
            "    \"TimeoutSeconds\": 60,",
            "    No test reaches it.")
        .last()
        .asString()
        .matches(
            "order.asl.json: \\d+ of \\d+ mutants found \\(\\d+\\.\\d %\\), 1 survived, 1 that no test reaches");
  }

  @Test
  void the_document_tells_which_part_of_which_module_it_is() throws IOException {
    JsonNode document = document("order.asl.json", JSON);

    assertThat(document.path("config").path("module").asText()).isEqualTo("orders");
    assertThat(document.path("config").path("shard").asText()).isEqualTo("2/3");
    assertThat(MutationOrigin.isOurs(document)).isTrue();
    assertThat(MutationOrigin.of(document))
        .isEqualTo(new MutationOrigin("1.0", "orders", Shard.parse("2/3", "the test")));
  }

  @Test
  void the_score_is_not_rounded_up() {
    Score twoOfThree = new Score(2, 3);

    assertThat(twoOfThree).hasToString("66.6 %");
    assertThat(twoOfThree.reaches(66)).isTrue();
    assertThat(twoOfThree.reaches(67)).isFalse();
    assertThat(new Score(0, 0)).hasToString("100.0 %");
  }
}
