package io.stepunit.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.awsmodel.Operation;
import io.stepunit.internal.awsmodel.ServiceModel;
import io.stepunit.internal.awsmodel.ServiceModels;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsJsonTest {
  private final List<String> calls = new ArrayList<>();
  private Function<JsonNode, JsonNode> service = request -> Json.NODES.objectNode();

  private final AwsJson wire =
      new AwsJson(
          new ServiceCalls() {
            @Override
            public boolean knows(String operation) {
              return operation.equals("DescribeExecution");
            }

            @Override
            public JsonNode call(String operation, JsonNode request) {
              calls.add(operation + " " + Json.text(request));
              return service.apply(request);
            }
          });

  private WireAnswer answer(String body) {
    return wire.answer(new WireRequest(Optional.of("AWSStepFunctions.DescribeExecution"), body));
  }

  private WireAnswer answering(String json) {
    service = request -> Json.parse(json);
    return answer("{}");
  }

  private WireAnswer refusing(String error, String reason) {
    return refusing(new StepFunctionsException(error, reason));
  }

  private WireAnswer refusing(StepFunctionsException refused) {
    service =
        request -> {
          throw refused;
        };
    return answer("{}");
  }

  @Nested
  class A_request {
    @Test
    void calls_the_operation_that_its_target_names() {
      WireAnswer answer = answer("{\"executionArn\": \"arn\"}");

      assertThat(calls).containsExactly("DescribeExecution {\"executionArn\":\"arn\"}");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers())
          .containsEntry("Content-Type", "application/x-amz-json-1.0")
          .containsKey("x-amzn-RequestId");
    }

    @Test
    void without_a_body_has_no_members() {
      answer("");

      assertThat(calls).containsExactly("DescribeExecution {}");
    }

    @Test
    void is_read_as_UTF_8() {
      byte[] body = {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0xa9, '"', '}'};
      wire.answer(WireRequest.of(Optional.of("AWSStepFunctions.DescribeExecution"), body));

      assertThat(calls).containsExactly("DescribeExecution {\"a\":\"\u00e9\"}");
    }

    @ParameterizedTest
    @CsvSource({
      "AWSStepFunctions.DescribeEverything",
      "DynamoDB_20120810.PutItem",
      "DescribeExecution",
      "AWSStepFunctions."
    })
    void of_what_the_service_does_not_have_is_refused(String target) {
      WireAnswer answer = wire.answer(new WireRequest(Optional.of(target), "{}"));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body())
          .startsWith("{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"")
          .contains("'" + target + "' is none");
      assertThat(calls).isEmpty();
    }

    @Test
    void without_a_target_is_refused() {
      WireAnswer answer = wire.answer(new WireRequest(Optional.empty(), "{}"));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("the header X-Amz-Target is missing");
    }

    @Test
    void whose_body_is_not_JSON_is_refused() {
      WireAnswer answer = answer("{\"executionArn\":");

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body())
          .startsWith("{\"__type\":\"com.amazon.coral.service#SerializationException\"")
          .contains("The body of the request is not JSON: ");
      assertThat(calls).isEmpty();
    }
  }

  @Nested
  class An_answer {
    @Test
    void has_its_members_in_the_order_of_their_names() {
      assertThat(answering("{\"b\": 1, \"a\": [{\"d\": {\"f\": 1, \"e\": 2}, \"c\": 3}]}").body())
          .isEqualTo("{\"a\":[{\"c\":3,\"d\":{\"e\":2,\"f\":1}}],\"b\":1}");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-09-24T01:04:47.084Z, 1790211887.084",
      "2026-09-24T01:04:47.500Z, 1790211887.5",
      "2026-09-24T01:04:50Z, 1790211890",
      "2026-09-24T01:04:47.250000+00:00, 1790211887.25"
    })
    void has_times_as_seconds(String iso, String seconds) {
      assertThat(answering("{\"startDate\": \"%s\"}".formatted(iso)).body())
          .isEqualTo("{\"startDate\":%s}", seconds);
    }

    @Test
    void has_the_times_of_events_as_seconds_too() {
      assertThat(answering("{\"events\": [{\"timestamp\": \"1970-01-01T00:00:01Z\"}]}").body())
          .isEqualTo("{\"events\":[{\"timestamp\":1}]}");
    }

    @Test
    void keeps_data_as_it_is() {
      String data =
          "{\"input\":\"{\\\"b\\\": 1, \\\"startDate\\\": \\\"2026-01-01T00:00:00Z\\\"}\"}";

      assertThat(answering(data).body()).isEqualTo(data);
    }

    /** Times are told by their names: the service's model has no others, and no text so named. */
    @Test
    void has_times_in_all_members_that_are_named_so() {
      ServiceModel sfn = ServiceModels.of("sfn").orElseThrow();
      Set<String> times = new HashSet<>();
      Set<String> texts = new HashSet<>();
      for (String action : sfn.actions()) {
        Operation operation = sfn.operation(action).orElseThrow();
        collect(operation.output(), times, texts, new HashSet<>());
      }

      assertThat(times).isNotEmpty().allMatch(AwsJsonTest::isNamedAsTime);
      assertThat(texts).isNotEmpty().noneMatch(AwsJsonTest::isNamedAsTime);
    }
  }

  private static boolean isNamedAsTime(String name) {
    return name.endsWith("Date") || name.equals("Timestamp");
  }

  private static void collect(Shape shape, Set<String> times, Set<String> texts, Set<Shape> seen) {
    if (shape instanceof Shape.Items items) {
      collect(items.item().get(), times, texts, seen);
    } else if (shape instanceof Shape.Structure structure && seen.add(structure)) {
      structure
          .fields()
          .forEach(
              (name, field) -> {
                if (field.get() instanceof Shape.Timestamp) {
                  times.add(name);
                } else if (field.get() instanceof Shape.Text) {
                  texts.add(name);
                }
                collect(field.get(), times, texts, seen);
              });
    }
  }

  @Nested
  class A_refusal {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "ExecutionDoesNotExist | Execution Does Not Exist: 'arn' | com.amazonaws.swf.service.v2.model#ExecutionDoesNotExist | message",
          "ValidationException | 1 validation error detected: Value null at 'name' | com.amazon.coral.validate#ValidationException | message",
          "ValidationException | Sum of routing configuration weights must equal 100. | com.amazonaws.swf.service.v2.model#ValidationException | message",
          "AccessDeniedException | not allowed | com.amazon.coral.service#AccessDeniedException | Message",
          "ThrottlingException | Rate exceeded | com.amazon.coral.availability#ThrottlingException | message"
        })
    void names_who_refuses(String error, String reason, String type, String member) {
      WireAnswer answer = refusing(error, reason);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body())
          .isEqualTo(Json.text(Json.NODES.objectNode().put("__type", type).put(member, reason)));
    }

    @Test
    void of_a_route_has_the_reason_too() {
      StepFunctionsException wrong =
          new StepFunctionsException(
              "ValidationException", "wrong", "INVALID_ROUTING_CONFIGURATION");

      assertThat(refusing(wrong).body())
          .isEqualTo(
              "{\"__type\":\"com.amazonaws.swf.service.v2.model#ValidationException\",\"message\":\"wrong\",\"reason\":\"INVALID_ROUTING_CONFIGURATION\"}");
    }

    @Test
    void of_a_throttled_call_has_the_bytes_that_were_measured() {
      assertThat(refusing("ThrottlingException", "Rate exceeded").bytes()).hasSize(88);
    }
  }

  @Test
  void what_is_wrong_with_the_test_is_no_answer() {
    AssertionError wrong = new AssertionError("No mock answers the Task");
    service =
        request -> {
          throw wrong;
        };

    assertThatThrownBy(() -> answer("{}")).isSameAs(wrong);
  }
}
