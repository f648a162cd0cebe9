package io.stepunit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recording.RecordingsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Executions that were recorded on AWS with a table of DynamoDB, answered by a table in memory in
 * place of their mocks.
 */
class RecordedTablesTest {
  private static final String PUT_GET =
      "services/test_base_integrations_DYNAMODB_PUT_GET_ITEM-35e0ba4d";
  private static final String PUT_QUERY =
      "services/test_base_integrations_DYNAMODB_PUT_QUERY-cb1ab30c";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private static JsonNode recorded(String name) throws IOException {
    RecordingsFolder folder = RecordingsFolder.configured("stepunit.recordings", "conformance");
    Path file = folder.path().resolve(name + ".json");
    assumeThat(file).as(folder.absence()).exists();
    return Json.parse(Files.readString(file));
  }

  private Execution run(JsonNode recorded) {
    return env.define("recorded", recorded.get("definition").toString()).run(recorded.get("input"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PUT_GET,
        PUT_QUERY,
        "services/test_base_integrations_DYNAMODB_PUT_UPDATE_GET_ITEM-584e8896",
        "services/test_base_integrations_DYNAMODB_PUT_DELETE_ITEM-8d8c0ef7",
        "services/test_dynamodb_put_get_item"
      })
  void a_table_answers_as_DynamoDB_did(String name) throws IOException {
    JsonNode recorded = recorded(name);
    String table = recorded.at("/input/TableName").asText();
    env.table(table).key("id");

    Execution run = run(recorded);

    assertThat(run.error()).isEmpty();
    assertThat(comparable(run.output().orElseThrow()))
        .isEqualTo(comparable(recorded.at("/expected/output")));
  }

  @Test
  void a_table_that_is_not_there_is_told_as_DynamoDB_did() throws IOException {
    JsonNode recorded = recorded("error_handling/test_put_item_no_such_table");
    env.table("<test-table>").key("id").drop();

    Execution run = run(recorded);

    assertThat(run.error().orElseThrow()).isEqualTo(recorded.at("/expected/error").asText());
    assertThat(run.cause().orElseThrow())
        .isEqualTo(
            recorded
                .at("/expected/cause")
                .asText()
                .replace("<request_id>", "00000000-0000-4000-8000-000000000000"));
  }

  @Test
  void a_name_that_no_table_can_have_is_told_as_DynamoDB_did() throws IOException {
    JsonNode recorded = recorded("error_handling/test_put_item_invalid_table_name");
    env.table("other").key("id");

    Execution run = run(recorded);

    assertThat(run.error().orElseThrow()).isEqualTo(recorded.at("/expected/error").asText());
    assertThat(run.cause().orElseThrow())
        .isEqualTo(
            recorded
                .at("/expected/cause")
                .asText()
                .replace("<request_id>", "00000000-0000-4000-8000-000000000000"));
  }

  /** What differs from call to call, and the case of one header, do not count. */
  private static JsonNode comparable(JsonNode output) {
    JsonNode copy = output.deepCopy();
    copy.findParents("SdkHttpMetadata").forEach(RecordedTablesTest::withoutChance);
    return copy;
  }

  private static void withoutChance(JsonNode answer) {
    ObjectNode http = (ObjectNode) answer.get("SdkHttpMetadata");
    ObjectNode headers = (ObjectNode) http.get("HttpHeaders");
    List<String> names = new ArrayList<>();
    headers.fieldNames().forEachRemaining(names::add);
    http.put(
        "Names",
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).sorted().toList().toString());
    headers.retain("Content-Length", "Content-Type", "Connection", "Server");
    http.remove("AllHttpHeaders");
    ((ObjectNode) answer).remove("SdkResponseMetadata");
  }
}
