package io.stepunit.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.json.Json;
import io.stepunit.mock.MockConfigCase;
import io.stepunit.mock.MockConfigFile;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The recorded executions that have a mock configuration lead to the same outcome by it. */
class RecordedMockConfigsTest {
  private final RecordingsFolder folder =
      RecordingsFolder.configured("stepunit.recordings", "conformance");

  @TestFactory
  List<DynamicTest> a_mock_configuration_leads_where_the_recording_did() {
    assumeTrue(folder.isPresent() || folder.required(), folder::absence);
    return CorpusCase.allIn(folder).stream()
        .filter(recorded -> recorded.json().has("mockConfig"))
        .map(recorded -> DynamicTest.dynamicTest(recorded.id(), () -> check(recorded.json())))
        .toList();
  }

  private static void check(JsonNode recorded) {
    MockConfigFile file =
        MockConfigFile.parse("MockConfigFile.json", Json.text(recorded.get("mockConfig")));

    Execution run = run(recorded, file.testCases().get(0));

    JsonNode expected = recorded.get("expected");
    assertThat(run.status()).hasToString(expected.get("status").textValue());
    assertThat(run.visits()).extracting(StateVisit::name).isEqualTo(entered(expected));
    assertAgrees(run.output().orElseThrow(), expected.get("output"), "");
  }

  private static Execution run(JsonNode recorded, MockConfigCase testCase) {
    String definition =
        Json.text(
            recorded.has("mockDefinition")
                ? recorded.get("mockDefinition")
                : recorded.get("definition"));
    TestStateMachine machine = StepFunctionsEnvironment.create().define("recorded", definition);
    testCase.mockIn(machine::mock);
    return machine.run(recorded.get("input"));
  }

  private static List<String> entered(JsonNode expected) {
    return StreamSupport.stream(expected.get("events").spliterator(), false)
        .filter(event -> event.has("stateEnteredEventDetails"))
        .map(event -> event.at("/stateEnteredEventDetails/name").textValue())
        .toList();
  }

  /** A mock tells a part of what the service answered; a placeholder stands for any value. */
  private static void assertAgrees(JsonNode actual, JsonNode recorded, String at) {
    if (recorded.isTextual() && recorded.textValue().matches("<.+>")) {
      return;
    }
    assertThat(actual.getNodeType()).as(at).isEqualTo(recorded.getNodeType());
    if (actual.isObject()) {
      for (Map.Entry<String, JsonNode> field : actual.properties()) {
        assertThat(recorded.has(field.getKey())).as(at + "/" + field.getKey()).isTrue();
        assertAgrees(field.getValue(), recorded.get(field.getKey()), at + "/" + field.getKey());
      }
    } else if (actual.isArray()) {
      assertThat(actual).as(at).hasSameSizeAs(recorded);
      for (int i = 0; i < actual.size(); i++) {
        assertAgrees(actual.get(i), recorded.get(i), at + "/" + i);
      }
    } else {
      assertThat(Json.sameValue(actual, recorded)).as(at + " " + actual + " " + recorded).isTrue();
    }
  }
}
