package io.stepunit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.TaskFailure;
import io.stepunit.junit.HonoursContract.Values;
import io.stepunit.junit.testkit.TestKit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HonoursContractTest {
  private static final String CHARGE = "contracts/Charge.json";
  private static final String APPROVE = "contracts/Approve.json";

  record Charge(String card, long cents) {}

  record Item(String id, int pieces) {}

  record Charged(boolean paid, String transaction, List<Item> items) {}

  /** Declines the card 4001. */
  static class ChargeHandler implements RequestHandler<Charge, Charged> {
    @Override
    public Charged handleRequest(Charge charge, Context context) {
      if (charge.card().equals("4001")) {
        throw new IllegalStateException("the card is declined");
      }
      assertThat(context.getFunctionName()).isEqualTo("charge");
      assertThat(context.getInvokedFunctionArn()).endsWith(":123456789012:function:charge");
      return new Charged(charge.cents() > 0, "t-9", List.of(new Item("i-1", 2)));
    }
  }

  @Test
  void each_call_that_a_handler_can_honour_is_a_test() {
    assertThat(TestKit.run(HonestTestCases.class)).hasOnlySucceeded(6);
    assertThat(TestKit.runOnly(HonestTestCases.class, "handler").testNames())
        .containsExactly(
            "{\"card\":\"4000\",\"cents\":1250} returns"
                + " {\"items\":[{\"id\":\"i-1\"}],\"paid\":true,\"transaction\":\"t-1\"}",
            "{\"card\":\"4001\",\"cents\":1250} fails with java.lang.IllegalStateException");
  }

  static class HonestTestCases {
    @HonoursContract(CHARGE)
    void handler(ContractCase assumed) {
      assumed.honouredBy(new ChargeHandler());
    }

    @HonoursContract(CHARGE)
    void lambda_expression(ContractCase assumed) {
      assumed.honouredBy(
          Charge.class, (charge, context) -> new ChargeHandler().handleRequest(charge, context));
    }

    @HonoursContract(value = CHARGE, values = Values.EXACT)
    void streams(ContractCase assumed) {
      assumed.honouredBy(
          (InputStream input, OutputStream output, Context context) -> answer(assumed, output));
    }

    private static void answer(ContractCase assumed, OutputStream output) throws IOException {
      if (assumed.error().isPresent()) {
        throw new IllegalStateException("declined");
      }
      output.write(assumed.result().orElseThrow().toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void any_code_can_answer_also_for_a_callback() {
    assertThat(TestKit.run(CodeTestCases.class)).hasOnlySucceeded(3);
  }

  static class CodeTestCases {
    @HonoursContract(CHARGE)
    void worker(ContractCase assumed) {
      assumed.answeredBy(
          input -> {
            if (input.get("card").asText().equals("4001")) {
              throw new TaskFailure("java.lang.IllegalStateException", "declined");
            }
            return Map.of("paid", true, "transaction", "t", "items", List.of(Map.of("id", "1")));
          });
    }

    @HonoursContract(APPROVE)
    void approval(ContractCase assumed) {
      assertThat(assumed.machineName() + " " + assumed.state()).isEqualTo("order Approve");

      assumed.answeredBy(input -> Map.of("approved", input.get("token").asText().equals("abc")));
    }
  }

  @Test
  void what_is_assumed_cannot_be_changed() {
    assertThat(TestKit.run(ChangingTestCases.class)).hasOnlySucceeded(1);
  }

  static class ChangingTestCases {
    @HonoursContract(APPROVE)
    void changes(ContractCase assumed) {
      ((ObjectNode) assumed.input()).put("token", "other");
      ((ObjectNode) assumed.result().orElseThrow()).put("more", 1);

      assertThat(assumed.input()).hasToString("{\"token\":\"abc\"}");
      assumed.answeredBy(
          input -> {
            ((ObjectNode) input).removeAll();
            return Map.of("approved", true);
          });
      assertThat(assumed.input()).hasToString("{\"token\":\"abc\"}");
    }
  }

  @Test
  void a_function_does_not_return_what_a_callback_sends() {
    assertThat(TestKit.runOnly(CallbackTestCases.class, "function"))
        .failsATestWith()
        .contains(
            "The Task 'Approve' waits for a callback, so what its function returns is not its"
                + " result. Say what the callback sends: answeredBy(input -> …)");
  }

  static class CallbackTestCases {
    @HonoursContract(APPROVE)
    void function(ContractCase assumed) {
      assumed.honouredBy(JsonNode.class, (input, context) -> Map.of("approved", true));
    }
  }

  @Test
  void a_result_of_another_shape_is_told_with_who_assumed_it() {
    assertThat(TestKit.runOnly(BrokenTestCases.class, "shape"))
        .failsATestWith()
        .contains(
            """
            The handler does not honour the contract contracts/Charge.json, of the Task 'Charge' of order (order.asl.json).
            input:   {"card":"4000","cents":1250}
            assumed: returns {"items":[{"id":"i-1"}],"paid":true,"transaction":"t-1"}
            by:      order.mock("Charge") at OrderTest.java:41, in OrderTest > is_charged
                     order.mock("Charge") at OrderTest.java:52, in OrderTest > is_shipped
            handler: returned {"items":[{"number":"i-1"}],"paid":"yes"}
            differs:
              at /items/0/id: assumed is the string "i-1", given is nothing
              at /paid: assumed is true, given is the string "yes"
              at /transaction: assumed is the string "t-1", given is nothing
            If the handler is right, let the mock at OrderTest.java:41 answer as it does, and run the tests of the machine again. If the mock is right, change the handler.""");
  }

  @Test
  void another_value_breaks_an_exact_contract() {
    assertThat(TestKit.runOnly(BrokenTestCases.class, "exact"))
        .failsATestWith()
        .contains(
            "at /transaction: assumed is \"t-1\", given is \"t-2\"",
            "at /more: assumed is nothing, given is the number 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fails | The error java.lang.IllegalStateException was assumed, not a result.",
        "otherError | Retry and Catch compare the names of errors: assumed is"
            + " java.lang.IllegalStateException, given is java.lang.UnsupportedOperationException.",
        "error | A result was assumed, not the error java.lang.UnsupportedOperationException."
      })
  void another_outcome_breaks_the_contract(String method, String message) {
    assertThat(TestKit.runOnly(BrokenTestCases.class, method)).failsATestWith().contains(message);
  }

  static class BrokenTestCases {
    private static void only(boolean error, ContractCase assumed) {
      Assumptions.assumeTrue(assumed.error().isPresent() == error);
    }

    @HonoursContract(CHARGE)
    void shape(ContractCase assumed) {
      only(false, assumed);
      assumed.answeredBy(
          input -> new TreeMap<>(Map.of("paid", "yes", "items", List.of(Map.of("number", "i-1")))));
    }

    @HonoursContract(value = CHARGE, values = Values.EXACT)
    void exact(ContractCase assumed) {
      only(false, assumed);
      assumed.answeredBy(
          input ->
              Map.of(
                  "paid",
                  true,
                  "transaction",
                  "t-2",
                  "more",
                  1,
                  "items",
                  List.of(Map.of("id", "i-1"))));
    }

    @HonoursContract(CHARGE)
    void fails(ContractCase assumed) {
      only(true, assumed);
      assumed.answeredBy(input -> assumed.cause().orElseThrow());
    }

    @HonoursContract(CHARGE)
    void otherError(ContractCase assumed) {
      only(true, assumed);
      assumed.answeredBy(
          input -> {
            throw new UnsupportedOperationException("thrown");
          });
    }

    @HonoursContract(CHARGE)
    void error(ContractCase assumed) {
      only(false, assumed);
      assumed.honouredBy(
          JsonNode.class,
          (input, context) -> {
            throw new UnsupportedOperationException("thrown");
          });
    }
  }

  @Test
  void a_test_that_lets_no_handler_answer_fails() {
    assertThat(TestKit.runOnly(ForgetfulTestCases.class, "nothing"))
        .failsATestWith()
        .contains("ForgetfulTestCases.nothing let no handler answer. Take a ContractCase");
  }

  static class ForgetfulTestCases {
    @HonoursContract(APPROVE)
    void nothing() {}
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing | No contract \"contracts/Missing.json\"",
        "missing | Contracts are written by tests that pass while stepunit.contracts=true",
        "newVersion | is a contract of version 2; this StepUnit reads version 1. Use the same"
            + " version of StepUnit",
        "noCalls | contracts/NoCalls.json has no calls: no mock assumes anything of the Task"
            + " 'Approve'. Run the tests of the machine with stepunit.contracts=true",
        "onlyService | only fail with errors of the service, such as States.Timeout.",
        "noContract | contracts/NoContract.json is no contract: it has no \"stepunitContract\"",
        "noJson | contracts/NoJson.json is not JSON:",
        "stale | is of the Task 'Chargee', which ",
        "stale | order.asl.json no longer has. Did you mean 'Charge'? Its states: Charge, Ship."
      })
  void a_contract_that_cannot_be_used_says_what_to_do(String method, String message) {
    assertThat(TestKit.runOnly(UnusableTestCases.class, method))
        .failsAContainerWith()
        .contains(message);
  }

  static class UnusableTestCases {
    @HonoursContract("contracts/Missing.json")
    void missing() {}

    @HonoursContract("contracts/NewVersion.json")
    void newVersion() {}

    @HonoursContract("contracts/NoCalls.json")
    void noCalls() {}

    @HonoursContract("contracts/OnlyService.json")
    void onlyService() {}

    @HonoursContract("contracts/NoContract.json")
    void noContract() {}

    @HonoursContract("contracts/NoJson.json")
    void noJson() {}

    @HonoursContract("contracts/Stale.json")
    void stale() {}
  }
}
