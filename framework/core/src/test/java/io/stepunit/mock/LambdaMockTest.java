package io.stepunit.mock;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaMockTest {
  private static final String CHARGE = "arn:aws:lambda:us-east-1:123456789012:function:charge";

  private final TestStateMachine direct = Machines.charge(CHARGE);

  record Charge(int amount, String currency) {}

  record Receipt(String id, int amount) {}

  static class Unwritable {
    public String getName() {
      throw new IllegalStateException("no name yet");
    }
  }

  static class CardDeclined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CardDeclined(String message) {
      super(message);
    }
  }

  static class ChargeHandler implements RequestHandler<Charge, Receipt> {
    @Override
    public Receipt handleRequest(Charge charge, Context context) {
      if (charge.amount() > 100) {
        throw new CardDeclined("over the limit");
      }
      return new Receipt("r-1", charge.amount());
    }
  }

  /** A machine of one lambda:invoke. */
  private static TestStateMachine invoking(String resource, String parameters) {
    return StepFunctionsEnvironment.create()
        .define(
            "order",
            """
            {
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::%s",
                  "Parameters": %s,
                  "End": true
                }
              }
            }
            """
                .formatted(resource, parameters));
  }

  private static TestStateMachine invoking() {
    return invoking("lambda:invoke", "{\"FunctionName\": \"charge:live\", \"Payload.$\": \"$\"}");
  }

  private static JsonNode causeOf(Execution run) {
    return Json.parse(run.cause().orElseThrow());
  }

  @Nested
  class By_ARN {
    @Test
    void takes_the_input_and_gives_the_result() {
      direct.lambda("charge").handledBy(new ChargeHandler());

      Execution run = direct.run(Map.of("amount", 12, "currency", "EUR", "unknown", 1));

      assertThat(run.output()).contains(Json.parse("{\"id\": \"r-1\", \"amount\": 12}"));
    }

    @Test
    void an_exception_is_the_error_and_what_Lambda_reports_the_cause() {
      direct.lambda("charge").handledBy(new ChargeHandler());

      Execution run = direct.run(Map.of("amount", 900));

      assertThat(run.error()).contains(CardDeclined.class.getName());
      JsonNode cause = causeOf(run);
      assertThat(cause.fieldNames())
          .toIterable()
          .containsExactly("errorMessage", "errorType", "stackTrace");
      assertThat(cause.path("errorMessage").textValue()).isEqualTo("over the limit");
      assertThat(cause.path("errorType").textValue()).isEqualTo(CardDeclined.class.getName());
      assertThat(cause.path("stackTrace"))
          .isNotEmpty()
          .allSatisfy(
              frame ->
                  assertThat(frame.textValue())
                      .contains("ChargeHandler.handleRequest(LambdaMockTest.java:"));
    }

    @Test
    void causes_of_an_exception_are_reported_too() {
      direct
          .lambda("charge")
          .handledBy(
              Charge.class,
              (charge, context) -> {
                throw new UncheckedIOException(new IOException("no route"));
              });

      JsonNode cause = causeOf(direct.run(Map.of()));

      assertThat(cause.at("/cause/errorType").textValue()).isEqualTo("java.io.IOException");
      assertThat(cause.at("/cause/errorMessage").textValue()).isEqualTo("no route");
    }

    @Test
    void an_Error_fails_the_task_as_it_does_on_AWS() {
      direct
          .lambda("charge")
          .handledBy(
              Charge.class,
              (charge, context) -> {
                throw new StackOverflowError();
              });

      Execution run = direct.run(Map.of());

      assertThat(run.error()).contains("java.lang.StackOverflowError");
      assertThat(causeOf(run).path("errorMessage").textValue())
          .isEqualTo("java.lang.StackOverflowError");
    }

    @Test
    void an_assertion_in_the_handler_fails_the_test() {
      direct
          .lambda("charge")
          .handledBy(
              Charge.class,
              (charge, context) -> {
                throw new AssertionError("not this amount");
              });

      assertThatThrownBy(() -> direct.run(Map.of()))
          .isInstanceOf(AssertionError.class)
          .hasMessage("not this amount");
    }

    @Test
    void input_that_does_not_fit_is_Lambdas_parsing_error() {
      direct.lambda("charge").handledBy(new ChargeHandler());

      Execution run = direct.run("[1]");

      assertThat(run.error()).contains("java.lang.RuntimeException");
      assertThat(causeOf(run).path("errorMessage").textValue())
          .isEqualTo("An error occurred during JSON parsing");
      assertThat(causeOf(run).path("stackTrace")).isEmpty();
      assertThat(causeOf(run).at("/cause/errorMessage").textValue()).contains("Charge");
    }

    @Test
    void a_result_that_is_no_JSON_is_Lambdas_serialization_error() {
      direct.lambda("charge").handledBy(Charge.class, (charge, context) -> new Unwritable());

      Execution run = direct.run(Map.of());

      assertThat(run.error()).contains("java.lang.RuntimeException");
      assertThat(causeOf(run).path("errorMessage").textValue())
          .isEqualTo("An error occurred during JSON serialization of response");
    }

    @Test
    void a_String_is_a_JSON_string_and_nothing_is_null() {
      direct.lambda("charge").handledBy(String.class, (text, context) -> text + "!");
      assertThat(direct.run("\"hello\"").output()).contains(Json.parse("\"hello!\""));

      direct.lambda("charge").handledBy(Charge.class, (charge, context) -> null);
      assertThat(direct.run(Map.of()).output()).contains(Json.parse("null"));
    }

    @Test
    void an_input_of_null_is_null() {
      direct.lambda("charge").handledBy(Charge.class, (charge, context) -> charge == null);

      assertThat(direct.run("null").output()).contains(Json.parse("true"));
    }
  }

  @Nested
  class By_lambda_invoke {
    private final TestStateMachine order = invoking();

    @Test
    void takes_the_payload_and_gives_the_envelope() {
      order.lambda("charge").handledBy(new ChargeHandler());

      Execution run = order.run(Map.of("amount", 12));

      assertThat(run.outputAt("$.Payload.id")).contains(Json.parse("\"r-1\""));
      assertThat(run.outputAt("$.StatusCode")).contains(Json.parse("200"));
      assertThat(run.outputAt("$.ExecutedVersion")).contains(Json.parse("\"$LATEST\""));
    }

    @Test
    void an_exception_is_the_task_error_with_a_compact_cause() {
      order.lambda("charge").handledBy(new ChargeHandler());

      Execution run = order.run(Map.of("amount", 900));

      assertThat(run.error()).contains(CardDeclined.class.getName());
      assertThat(run.cause().orElseThrow())
          .startsWith("{\"errorMessage\":\"over the limit\",\"errorType\":");
    }

    @Test
    void without_a_payload_the_function_gets_an_empty_object() {
      TestStateMachine order =
          invoking("lambda:invoke", "{\"FunctionName\": \"charge\", \"Payload\": null}");
      order.lambda("charge").handledBy(Map.class, (event, context) -> event.size());

      assertThat(order.run(Map.of()).outputAt("$.Payload")).contains(Json.parse("0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lambda:invoke", "aws-sdk:lambda:invoke"})
    void a_text_as_payload_is_the_body_itself(String resource) {
      TestStateMachine order =
          invoking(
              resource, "{\"FunctionName\": \"charge\", \"Payload\": \"{\\\"amount\\\": 7}\"}");
      order.lambda("charge").handledBy(new ChargeHandler());

      assertThat(order.run(Map.of()).outputAt("$.Payload").orElseThrow().toString())
          .contains("amount")
          .contains("7");
    }

    @Test
    void a_text_as_payload_may_be_null() {
      TestStateMachine order =
          invoking("lambda:invoke", "{\"FunctionName\": \"charge\", \"Payload\": \"null\"}");
      order.lambda("charge").handledBy(Map.class, (event, context) -> event == null);

      assertThat(order.run(Map.of()).outputAt("$.Payload")).contains(Json.parse("true"));
    }

    @ParameterizedTest
    @CsvSource({
      "aws-sdk:lambda:invoke, ' (Service: Lambda, Status Code: 400, Request ID:"
          + " 00000000-0000-4000-8000-000000000000) (SDK Attempt Count: 1)'",
      "lambda:invoke, ' (Service: AWSLambda; Status Code: 400; Error Code:"
          + " InvalidRequestContentException; Request ID: 00000000-0000-4000-8000-000000000000;"
          + " Proxy: null)'"
    })
    void a_text_as_payload_that_is_no_json_is_refused_by_Lambda(String resource, String end) {
      TestStateMachine order =
          invoking(resource, "{\"FunctionName\": \"charge\", \"Payload\": \"eyJtYXJrI\"}");
      order.lambda("charge").handledBy(new ChargeHandler());

      Execution run = order.run(Map.of());

      assertThat(run.error()).contains("Lambda.InvalidRequestContentException");
      // Versions of Jackson differ in the column.
      assertThat(run.cause())
          .get(as(STRING))
          .startsWith(
              "Could not parse request body into json: Could not parse payload into json:"
                  + " Unrecognized token 'eyJtYXJrI': was expecting (JSON String, Number, Array,"
                  + " Object or token 'null', 'true' or 'false')\n"
                  + " at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION`"
                  + " disabled); line: 1, column: ")
          .endsWith("]" + end);
    }

    @Test
    void by_the_sdk_integration_the_payload_is_text_and_a_failure_an_answer() {
      TestStateMachine order =
          invoking("aws-sdk:lambda:invoke", "{\"FunctionName\": \"charge\", \"Payload.$\": \"$\"}");
      order.lambda("charge").handledBy(new ChargeHandler());

      Execution paid = order.run(Map.of("amount", 1));
      Execution refused = order.run(Map.of("amount", 900));

      assertThat(paid.output().map(Json::text))
          .contains(
              "{\"ExecutedVersion\":\"$LATEST\",\"Payload\":\"{\\\"id\\\":\\\"r-1\\\",\\\"amount\\\":1}\",\"StatusCode\":200}");
      assertThat(refused.error()).isEmpty();
      assertThat(refused.output().orElseThrow().fieldNames())
          .toIterable()
          .containsExactly("ExecutedVersion", "FunctionError", "Payload", "StatusCode");
      assertThat(refused.outputAt("$.FunctionError")).contains(Json.parse("\"Unhandled\""));
    }

    @Test
    void of_type_Event_has_no_payload() {
      String parameters = "{\"FunctionName\": \"charge\", \"InvocationType\": \"Event\"}";
      TestStateMachine optimized = invoking("lambda:invoke", parameters);
      optimized.lambda("charge").handledBy(new ChargeHandler());
      TestStateMachine sdk = invoking("aws-sdk:lambda:invoke", parameters);
      sdk.lambda("charge").handledBy(new ChargeHandler());

      Execution run = optimized.run(Map.of());

      assertThat(run.outputAt("$.Payload")).contains(Json.parse("null"));
      assertThat(run.outputAt("$.ExecutedVersion")).isEmpty();
      assertThat(run.outputAt("$.SdkHttpMetadata.HttpStatusCode")).contains(Json.parse("202"));
      assertThat(sdk.run(Map.of()).output().map(Json::text))
          .contains("{\"Payload\":\"\",\"StatusCode\":202}");
    }

    @Test
    void lambda_mock_by_lambda_invoke_of_type_Event_does_not_see_what_the_function_does() {
      TestStateMachine order =
          invoking(
              "lambda:invoke",
              "{\"FunctionName\": \"charge\", \"InvocationType\": \"Event\", \"Payload.$\": \"$\"}");
      order.lambda("charge").handledBy(new ChargeHandler());

      Execution run = order.run(Map.of("amount", 900));

      assertThat(run.outputAt("$.StatusCode")).contains(Json.parse("202"));
    }

    @Test
    void with_a_token_waits_for_it_after_the_handler() {
      TestStateMachine order =
          invoking(
              "lambda:invoke.waitForTaskToken",
              "{\"FunctionName\": \"charge\", \"Payload\": {\"token.$\": \"$$.Task.Token\"}}");
      List<String> tokens = new ArrayList<>();
      order
          .lambda("charge")
          .handledBy(Map.class, (event, context) -> tokens.add(String.valueOf(event.get("token"))));

      RunningExecution run = order.start(Map.of()).runUntilParked();
      run.token(tokens.get(0)).succeed("7");

      assertThat(run.finish().output()).contains(Json.parse("7"));
    }

    @Test
    void lambda_mock_by_lambda_invoke_is_found_by_name_ARN_and_alias() {
      for (String name : List.of("charge", "charge:live", CHARGE, CHARGE + ":live")) {
        TestStateMachine order = invoking();
        order.lambda(name).handledBy(new ChargeHandler());

        assertThat(order.run(Map.of("amount", 1)).error()).as(name).isEmpty();
      }
    }

    @Test
    void another_function_is_shown_as_near_miss() {
      TestStateMachine chosen =
          invoking("lambda:invoke", "{\"FunctionName.$\": \"$.fn\", \"Payload.$\": \"$\"}");
      chosen.lambda("refund").handledBy(new ChargeHandler());

      assertThatExceptionOfType(UnmockedTaskError.class)
          .isThrownBy(() -> chosen.run(Map.of("fn", "charge:live")))
          .withMessageContaining("lambda(\"refund\")")
          .withMessageContaining("is for another function, this call is of 'charge:live'");
    }

    @Test
    void a_function_that_no_task_names_is_refused_at_once() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> order.lambda("chrage"))
          .withMessage(
              "No Task of the machine 'order' (order) calls a Lambda function 'chrage'."
                  + " Did you mean 'charge'? Its functions: charge.");
    }

    @Test
    void the_qualifier_parameter_counts() {
      TestStateMachine order =
          invoking("lambda:invoke", "{\"FunctionName\": \"charge\", \"Qualifier\": \"blue\"}");
      order.lambda("charge:green").handledBy(Map.class, (event, context) -> "green");
      order.lambda("charge:blue").handledBy(Map.class, (event, context) -> "blue");

      assertThat(order.run(Map.of()).outputAt("$.Payload")).contains(Json.parse("\"blue\""));
    }
  }

  @Nested
  class The_context {
    @Test
    void tells_the_remaining_time_of_the_virtual_clock() {
      List<Context> contexts = new ArrayList<>();
      direct
          .lambda("charge")
          .timeout(ofSeconds(30))
          .handledBy(Charge.class, (charge, context) -> contexts.add(context))
          .taking(ofSeconds(12));

      direct.run(Map.of());

      assertThat(contexts.get(0).getRemainingTimeInMillis()).isEqualTo(18_000);
      direct.environment().advance(ofMinutes(1));
      assertThat(contexts.get(0).getRemainingTimeInMillis()).isZero();
    }

    @Test
    void tells_the_function_and_the_same_ids_in_each_run() {
      List<String> told = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        TestStateMachine order = invoking();
        order
            .lambda("charge")
            .handledBy(
                Map.class,
                (event, context) ->
                    told.add(
                        String.join(
                            " ",
                            context.getFunctionName(),
                            context.getInvokedFunctionArn(),
                            context.getFunctionVersion(),
                            context.getLogGroupName(),
                            context.getLogStreamName(),
                            context.getAwsRequestId())));
        order.run(Map.of());
      }

      assertThat(told.get(0))
          .startsWith(
              "charge arn:aws:lambda:us-east-1:123456789012:function:charge:live $LATEST"
                  + " /aws/lambda/charge 2026/01/01/[$LATEST]")
          .isEqualTo(told.get(1));
    }

    @Test
    void the_context_of_a_timeout_that_Lambda_refuses_is_refused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> direct.lambda("charge").timeout(ofMinutes(16)))
          .withMessage(
              "A function's timeout must be positive and at most 15 minutes, but is PT16M");
    }
  }

  @Nested
  class Streams {
    private final RequestStreamHandler echo = (in, out, context) -> in.transferTo(out);

    @Test
    void streams_are_given_JSON_and_write_JSON() {
      direct.lambda("charge").handledBy(echo);

      assertThat(direct.run("{\"amount\": 1.10}").output())
          .contains(Json.parse("{\"amount\":1.10}"));
    }

    @Test
    void streams_that_write_nothing_give_null() {
      direct.lambda("charge").handledBy((InputStream in, OutputStream out, Context context) -> {});

      assertThat(direct.run(Map.of()).output()).contains(Json.parse("null"));
    }

    @Test
    void streams_that_write_no_JSON_abort_the_test() {
      direct
          .lambda("charge")
          .handledBy((in, out, context) -> out.write("paid: yes".getBytes(StandardCharsets.UTF_8)));

      assertThatExceptionOfType(MockAnswerError.class)
          .isThrownBy(() -> direct.run(Map.of()))
          .withMessageContaining("lambda(\"charge\") at LambdaMockTest.java:")
          .withMessageContaining("cannot run. The handler wrote something that is not JSON")
          .withMessageContaining("Write JSON; a string needs its quotes")
          .withMessageContaining("found: paid: yes");
    }
  }

  @Nested
  class Event_classes {
    @Test
    void event_classes_are_read_as_Lambda_reads_them() {
      direct
          .lambda("charge")
          .handledBy(SQSEvent.class, (event, context) -> event.getRecords().get(0).getMessageId());

      Execution run = direct.run("{\"Records\": [{\"messageId\": \"m-1\", \"body\": \"{}\"}]}");

      assertThat(run.output()).contains(Json.parse("\"m-1\""));
    }
  }

  @Nested
  class Handler_classes {
    abstract static class Base<T> implements RequestHandler<T, String> {}

    static class Inherited extends Base<List<Charge>> {
      @Override
      public String handleRequest(List<Charge> charges, Context context) {
        return charges.get(0).currency();
      }
    }

    @Test
    void tell_their_types_through_their_parents() {
      direct.lambda("charge").handledBy(new Inherited());

      assertThat(direct.run("[{\"currency\": \"EUR\"}]").output()).contains(Json.parse("\"EUR\""));
    }

    @Test
    void handler_classes_that_are_lambda_expressions_must_say_their_input() {
      RequestHandler<Charge, Integer> amount = (charge, context) -> charge.amount();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> direct.lambda("charge").handledBy(amount))
          .withMessageContaining("handledBy(ChargeRequest.class, (request, context) -> …)");
    }
  }

  @Nested
  class Mistakes {
    @Test
    void a_function_that_nobody_calls_is_refused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> direct.lambda("chrage"))
          .withMessage(
              "No Task of the machine 'order' (order) calls a Lambda function 'chrage'."
                  + " Did you mean 'charge'? Its functions: charge.");
    }

    @Test
    void a_handler_that_was_never_called_fails_the_test() {
      TestStateMachine order = invoking();
      order.lambda("charge:blue").handledBy(new ChargeHandler());

      assertThatExceptionOfType(UnusedMocksError.class)
          .isThrownBy(() -> order.environment().verifyMocksUsed())
          .withMessageContaining("order.lambda(\"charge:blue\")");
    }

    @Test
    void a_second_answer_is_refused() {
      LambdaMock charge = direct.lambda("charge");
      charge.handledBy(new ChargeHandler());

      assertThatIllegalStateException()
          .isThrownBy(() -> charge.handledBy(new ChargeHandler()))
          .withMessageContaining("already has an answer");
    }

    @Test
    void a_handler_that_never_returns_is_ended() {
      TestStateMachine order =
          StepFunctionsEnvironment.builder()
              .userCodeLimit(Duration.ofMillis(50))
              .build()
              .register("order", direct.definition());
      order
          .lambda("charge")
          .handledBy(
              Charge.class,
              (charge, context) -> {
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                return charge;
              });

      assertThatExceptionOfType(UserCodeTimeoutError.class)
          .isThrownBy(() -> order.run(Map.of()))
          .withMessageContaining("LambdaMockTest");
    }
  }
}
