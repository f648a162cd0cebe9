package io.stepunit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.junit.ContractCase;
import io.stepunit.junit.HonoursContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The code of docs/guide/contracts.md. */
class ContractExamplesTest {
  record Charge(String card, long cents) {}

  record Charged(String transaction) {}

  interface Gateway {
    String charge(String card, long cents);
  }

  record ChargeHandler(Gateway gateway) implements RequestHandler<Charge, Charged> {
    @Override
    public Charged handleRequest(Charge charge, Context context) {
      return new Charged(gateway.charge(charge.card(), charge.cents()));
    }
  }

  private static final Gateway SANDBOX =
      (card, cents) -> {
        if (card.equals("4001")) {
          throw new CardDeclinedException("expired");
        }
        return "t-9";
      };

  @Nested
  class ChargeHandlerTest {

    @HonoursContract("contracts/order/Charge.json")
    void charges_as_the_workflow_assumes(ContractCase assumed) {
      assumed.honouredBy(new ChargeHandler(SANDBOX));
    }

    @HonoursContract("contracts/order/Charge.json")
    void explains_a_refusal(ContractCase assumed) {
      Gateway gateway =
          (card, cents) -> {
            if (assumed.error().isPresent()) {
              throw new CardDeclinedException("expired");
            }
            return "t-9";
          };

      assumed.honouredBy(new ChargeHandler(gateway));
    }
  }

  private static Map<String, String> charge(JsonNode order) {
    return Map.of("transaction", SANDBOX.charge(order.get("card").asText(), 0));
  }

  @Nested
  class WorkerTest {

    @HonoursContract("contracts/order/Charge.json")
    void the_worker_charges_as_the_workflow_assumes(ContractCase assumed) {
      assumed.answeredBy(order -> charge(order));
    }
  }

  @Test
  void the_contract_that_the_page_shows_is_the_one_that_is_honoured() throws IOException {
    List<CodeBlock> shown =
        CodeBlock.in(Path.of("../docs/guide/contracts.md")).stream()
            .filter(block -> block.language().equals("json"))
            .toList();

    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).text())
        .isEqualTo(
            Files.readString(
                    Path.of("src/test/resources/io/stepunit/docs/contracts/order/Charge.json"))
                .replace("io.stepunit.docs", "com.example"));
  }
}
