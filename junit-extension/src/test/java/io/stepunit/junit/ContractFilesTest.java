package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskFailure;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What tests leave as contracts of the code behind Tasks. */
class ContractFilesTest {
  private static final String ORDER = "/io/stepunit/docs/order.asl.json";
  private static final String INVOKE =
      """
      {"StartAt": "%1$s", "States": {"%1$s": {"Type": "Task", "End": true,
        "Resource": "arn:aws:states:::%2$s",
        "Parameters": {"FunctionName": "charge:live", "Payload": {"card.$": "$.card"%3$s}}}}}
      """;

  @TempDir Path folder;

  private void run(Class<?> testCases) {
    run(testCases, Map.of("stepunit.contracts", "true"));
  }

  private void run(Class<?> testCases, Map<String, String> configuration) {
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testCases))
                .configurationParameter("stepunit.report", folder.toString())
                .configurationParameters(configuration)
                .build());
  }

  private String contract(String file) throws IOException {
    return Files.readString(folder.resolve("contracts").resolve(file));
  }

  private JsonNode calls(String file) throws IOException {
    return Json.parse(contract(file)).get("calls");
  }

  @Test
  void the_mocks_of_passed_tests_are_a_contract() throws IOException {
    run(OrderTestCases.class);

    assertThat(contract("order/Charge.json").replaceAll("java:\\d+", "java:1"))
        .isEqualTo(
            """
            {
              "stepunitContract" : 1,
              "machine" : "order",
              "state" : "Charge",
              "resource" : "arn:aws:lambda:eu-west-1:123456789012:function:charge",
              "function" : "charge",
              "definition" : "src/test/resources/io/stepunit/docs/order.asl.json",
              "calls" : [ {
                "input" : {
                  "amount" : 10,
                  "card" : "4000"
                },
                "result" : {
                  "paid" : true
                },
                "assumedBy" : [ {
                  "test" : "ContractFilesTest$OrderTestCases > is_declined(TestStateMachine)",
                  "mock" : "order.mock(\\"Charge\\")",
                  "at" : "ContractFilesTest.java:1"
                }, {
                  "test" : "ContractFilesTest$OrderTestCases > retries(TestStateMachine)",
                  "mock" : "order.mock(\\"Charge\\")",
                  "at" : "ContractFilesTest.java:1"
                } ]
              }, {
                "input" : {
                  "amount" : 10,
                  "card" : "4000"
                },
                "error" : "Gateway.Busy",
                "cause" : "503",
                "assumedBy" : [ {
                  "test" : "ContractFilesTest$OrderTestCases > retries(TestStateMachine)",
                  "mock" : "order.mock(\\"Charge\\")",
                  "at" : "ContractFilesTest.java:1"
                } ]
              } ]
            }
            """);
    assertThat(calls("order/Ship.json"))
        .extracting(call -> call.path("error").asText(call.path("result").toString()))
        .containsExactly("{\"number\":\"T-9\"}", "Ship.Full");
  }

  @StateMachineTest(ORDER)
  static class OrderTestCases {
    private static final Map<String, Object> INPUT = Map.of("card", "4000", "amount", 10);

    private static void charges(TestStateMachine order) {
      order.mock("Charge").returns(Map.of("paid", true)).lenient();
    }

    @Test
    void succeeds(TestStateMachine order) {
      charges(order);
      order.mock("Ship").returns(Map.of("number", "T-9"));

      order.run(INPUT);
    }

    @Test
    void retries(TestStateMachine order) {
      order.mock("Charge").fails("Gateway.Busy", "503").thenReturns(Map.of("paid", true));
      order.mock("Ship").answers(call -> Map.of("number", "T-9"));

      order.run(INPUT);
    }

    @Test
    void is_declined(TestStateMachine order) {
      charges(order);
      order
          .mock("Ship")
          .answers(
              call -> {
                throw new TaskFailure("Ship.Full", "come again");
              });

      order.run(INPUT);
    }

    @Test
    void fails(TestStateMachine order) {
      order.mock("Charge").returns(Map.of("wrong", true));
      order.mock("Ship").returns(Map.of());

      order.run(INPUT);

      fail("on purpose");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3"})
  void they_are_the_same_in_whatever_order_tests_run(String seed) throws IOException {
    run(OrderTestCases.class);
    String charge = contract("order/Charge.json");
    String ship = contract("order/Ship.json");

    run(
        OrderTestCases.class,
        Map.of(
            "stepunit.contracts",
            "true",
            "junit.jupiter.testmethod.order.default",
            "org.junit.jupiter.api.MethodOrderer$Random",
            "junit.jupiter.execution.order.random.seed",
            seed,
            "junit.jupiter.execution.parallel.enabled",
            "true",
            "junit.jupiter.execution.parallel.mode.default",
            "concurrent"));

    assertThat(contract("order/Charge.json")).isEqualTo(charge);
    assertThat(contract("order/Ship.json")).isEqualTo(ship);
  }

  @Test
  void there_are_none_unless_they_are_asked_for() {
    run(OrderTestCases.class, Map.of());

    assertThat(folder.resolve("index.html")).exists();
    assertThat(folder.resolve("contracts")).doesNotExist();
  }

  @Test
  void those_of_several_test_JVMs_are_together() {
    run(OrderTestCases.class);
    run(FunctionTestCases.class);

    assertThat(folder.resolve("data/fork-2.jsonl")).exists();
    assertThat(folder.resolve("contracts/order/Charge.json")).exists();
    assertThat(folder.resolve("contracts/invoke/Charge.json")).exists();
  }

  @Test
  void a_function_that_is_invoked_gets_and_gives_the_payload() throws IOException {
    run(FunctionTestCases.class);

    assertThat(contract("invoke/Charge.json")).contains("\"function\" : \"charge:live\"");
    assertThat(calls("invoke/Charge.json"))
        .extracting(call -> call.get("input") + " " + call.get("result"))
        .containsExactly("{\"card\":\"4000\"} {\"paid\":true}", "{\"card\":\"4001\"} null");
    assertThat(calls("sdk/Charge.json"))
        .extracting(call -> call.get("input") + " " + call.path("result") + call.path("error"))
        .containsExactly("{\"card\":\"4000\"} {\"paid\":true}", "{\"card\":\"4000\"} \"Declined\"");
  }

  @Test
  void of_a_callback_it_is_what_the_callback_sends() throws IOException {
    run(FunctionTestCases.class);

    assertThat(contract("callback/Charge.json")).contains("\"callback\" : true");
    assertThat(calls("callback/Charge.json").get(0).get("result"))
        .hasToString("{\"approved\":true}");
  }

  @Test
  void names_that_no_file_can_have_are_encoded() {
    run(FunctionTestCases.class);

    assertThat(folder.resolve("contracts/named/Charge%2FCard%3F.json")).exists();
  }

  static class FunctionTestCases {
    private final StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();

    private TestStateMachine machine(String name, String state, String resource, String more) {
      return environment.define(name, INVOKE.formatted(state, resource, more));
    }

    @Test
    void invoke() {
      TestStateMachine machine = machine("invoke", "Charge", "lambda:invoke", "");
      machine.mock("Charge").returnsPayload(Map.of("paid", true)).thenReturns(Map.of());

      machine.run("{\"card\": \"4000\"}");
      machine.mock("Charge").returns(Map.of());
      machine.run("{\"card\": \"4001\"}");
    }

    @Test
    void sdk() {
      TestStateMachine machine = machine("sdk", "Charge", "aws-sdk:lambda:invoke", "");
      machine.mock("Charge").returns(Map.of("StatusCode", 200, "Payload", "{\"paid\":true}"));
      machine.run("{\"card\": \"4000\"}");
      machine
          .mock("Charge")
          .returns(
              Map.of(
                  "StatusCode",
                  200,
                  "FunctionError",
                  "Unhandled",
                  "Payload",
                  "{\"errorType\":\"Declined\"}"));
      machine.run("{\"card\": \"4000\"}");
    }

    @Test
    void callback() {
      TestStateMachine machine =
          machine(
              "callback",
              "Charge",
              "lambda:invoke.waitForTaskToken",
              ", \"token.$\": \"$$.Task.Token\"");
      machine
          .mock("Charge")
          .isCalledBackAfter(Duration.ofSeconds(3))
          .with(Map.of("approved", true));

      machine.run("{\"card\": \"4000\"}");
    }

    @Test
    void names() {
      TestStateMachine machine = machine("named", "Charge/Card?", "lambda:invoke", "");
      machine.mock("Charge/Card?").returns(Map.of());

      machine.run("{\"card\": \"4000\"}");
    }
  }

  @Test
  void what_is_not_assumed_is_in_none() {
    run(RealTestCases.class);

    assertThat(folder.resolve("index.html")).exists();
    assertThat(folder.resolve("contracts")).doesNotExist();
  }

  @StateMachineTest(ORDER)
  static class RealTestCases {
    @Test
    void runs_a_handler(TestStateMachine order) {
      RequestHandler<JsonNode, Map<String, Boolean>> handler =
          (input, context) -> Map.of("paid", true);
      order.lambda("charge").handledBy(JsonNode.class, handler);
      order.lambda("ship").handledBy(JsonNode.class, handler);

      order.run("{}");
    }
  }

  @Test
  void of_many_calls_the_first_hundred_of_each_outcome_are_kept() throws IOException {
    run(ManyTestCases.class);

    JsonNode contract = Json.parse(contract("order/Charge.json"));
    assertThat(contract.get("incomplete").asBoolean()).isTrue();
    assertThat(contract.get("calls")).hasSize(101);
    assertThat(contract.at("/calls/0/input")).hasToString("0");
    assertThat(contract.at("/calls/100/error")).hasToString("\"Gateway.Down\"");
  }

  @StateMachineTest(ORDER)
  static class ManyTestCases {
    @RepeatedTest(2)
    void orders(TestStateMachine order) {
      order
          .mock("Charge")
          .answers(
              call -> {
                if (call.input().asInt() < 0) {
                  throw new TaskFailure("Gateway.Down");
                }
                return Map.of();
              });
      order.mock("Ship").fails("Ship.Full", null).lenient();

      order.run("-1");
      IntStream.range(0, 120).forEach(number -> order.run(Integer.toString(number)));
    }
  }
}
