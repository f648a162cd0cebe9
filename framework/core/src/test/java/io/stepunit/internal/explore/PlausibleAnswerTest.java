package io.stepunit.internal.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.awsmodel.ServiceModels;
import io.stepunit.internal.integration.Results;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.shape.FieldValidationMode;
import io.stepunit.internal.shape.ShapeCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlausibleAnswerTest {
  private static final long SEED = 14;

  private static ObjectNode answer(String resource, String given) {
    return PlausibleAnswer.like(
        Results.of(Resource.parse("arn:aws:states:::" + resource)).orElseThrow(),
        (ObjectNode) Json.parse(given));
  }

  /** A few operations of all services together. */
  static Stream<String> operations() {
    List<String> operations = new ArrayList<>();
    for (String service : ServiceModels.names()) {
      for (String action : ServiceModels.of(service).orElseThrow().actions()) {
        operations.add("aws-sdk:" + service + ":" + action);
      }
    }
    Collections.shuffle(operations, new Random(SEED));
    return operations.stream().limit(300);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void of_any_operation_is_one_that_a_mock_may_give(String operation) {
    ShapeCheck check = new ShapeCheck(FieldValidationMode.STRICT, false);

    assertThat(
            check.mismatch(
                Results.of(Resource.parse("arn:aws:states:::" + operation)).orElseThrow(),
                answer(operation, "{}")))
        .isEmpty();
  }

  @Test
  void has_what_is_always_there() {
    assertThat(answer("states:startExecution", "{}"))
        .hasToString("{\"ExecutionArn\":\"ExecutionArn\",\"StartDate\":\"2026-01-01T00:00:00Z\"}");
  }

  @Test
  void gives_what_is_read_the_type_that_it_has() {
    assertThat(
            answer(
                "aws-sdk:ec2:describeInstances",
                "{\"Reservations\": [{\"Instances\": [{\"AmiLaunchIndex\": \"x\", \"State\": {\"Name\":"
                    + " \"up\"}}]}], \"NextToken\": \"more\"}"))
        .hasToString(
            "{\"Reservations\":[{\"Instances\":[{\"AmiLaunchIndex\":1,\"State\":{\"Name\":\"pending\"}}]}],"
                + "\"NextToken\":\"more\"}");
  }

  @Test
  void takes_another_of_the_values_where_a_decision_asks_for_any_other() {
    String answer =
        "{\"Reservations\": [{\"Instances\": [{\"State\": {\"Name\": \"not pending\"}}]}]}";

    assertThat(answer("aws-sdk:ec2:describeInstances", answer))
        .hasToString("{\"Reservations\":[{\"Instances\":[{\"State\":{\"Name\":\"running\"}}]}]}");
  }

  @Test
  void keeps_what_fits() {
    String job = "{\"JobRunState\":\"SUCCEEDED\",\"more\":{\"a\":1}}";

    assertThat(answer("glue:startJobRun.sync", job)).hasToString(job);
  }

  @Test
  void makes_texts_as_long_as_they_are_at_least() {
    assertThat(answer("aws-sdk:secretsmanager:createSecret", "{\"Arn\": 1}"))
        .hasToString("{\"Arn\":\"ArnArnArnArnArnArnArn\"}");
  }
}
