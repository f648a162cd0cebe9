package io.stepunit.api;

import static io.stepunit.api.ApiCalls.ARN;
import static io.stepunit.api.ApiCalls.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceHeaderTest {
  private static final String ROOT = "Root=1-6ab49fad-55c5bbf2ea774cd9a2f5d9f7";
  private static final String GENERATED = "Root=1-[0-9a-f]{8}-[0-9a-f]{24};Sampled=1";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final ApiCalls calls = new ApiCalls(env);

  private JsonNode described(JsonNode started) {
    return calls.call("DescribeExecution", "executionArn", started.get("executionArn").textValue());
  }

  private JsonNode started(String header) {
    return described(calls.call("StartExecution", "stateMachineArn", ARN, "traceHeader", header));
  }

  @ParameterizedTest
  @CsvSource({
    ROOT + ";Parent=cd4c48f06c22485e;Sampled=1," + ROOT + ";Parent=cd4c48f06c22485e;Sampled=1",
    ROOT + ";Sampled=0," + ROOT + ";Sampled=0",
    ROOT + "," + ROOT + ";Sampled=1"
  })
  void is_the_one_that_was_sent(String sent, String shown) {
    calls.create(FIRST);

    assertThat(started(sent).get("traceHeader").textValue()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"''", "nonsense", "Root=1-2-3"})
  void is_made_up_for_one_that_is_no_header(String sent) {
    calls.create(FIRST);

    assertThat(started(sent).get("traceHeader").textValue()).matches(GENERATED);
  }

  @Test
  void is_made_up_where_none_was_sent_for_machines_with_tracing_alone() {
    calls.create(FIRST);
    JsonNode plain = calls.call("StartExecution", "stateMachineArn", ARN);
    calls.update("tracingConfiguration", Map.of("enabled", true));
    JsonNode traced = calls.call("StartExecution", "stateMachineArn", ARN);

    assertThat(described(plain).has("traceHeader")).isFalse();
    assertThat(described(traced).get("traceHeader").textValue()).matches(GENERATED);
  }
}
