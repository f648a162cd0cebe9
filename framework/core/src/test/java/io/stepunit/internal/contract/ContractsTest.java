package io.stepunit.internal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContractsTest {
  private static Assumption assumption(String input, String result, String test, String at) {
    return new Assumption(
        new ContractedTask("order", "Charge", "r", Optional.empty(), false, "order.asl.json"),
        new AssumedCall(
            Json.parse(input),
            Optional.of(Json.parse(result)),
            Optional.empty(),
            Optional.empty(),
            List.of(new AssumedBy(test, "order.mock(\"Charge\")", at))));
  }

  private static Contract only(List<Assumption> assumptions) {
    List<Contract> contracts = Contracts.of(assumptions);
    assertThat(contracts).hasSize(1);
    return contracts.get(0);
  }

  @Test
  void equal_calls_are_one_whatever_the_order_of_their_members() {
    Contract contract =
        only(
            List.of(
                assumption("{\"a\": 1, \"b\": 2}", "{}", "T > x", "T.java:5"),
                assumption("{\"b\": 2, \"a\": 1}", "{}", "T > y", "T.java:9")));

    assertThat(contract.calls()).hasSize(1);
    assertThat(contract.calls().get(0).input()).hasToString("{\"a\":1,\"b\":2}");
    assertThat(contract.calls().get(0).assumedBy())
        .extracting(AssumedBy::at)
        .containsExactly("T.java:5", "T.java:9");
  }

  @Test
  void of_the_tests_with_one_mock_the_first_by_name_is_told() {
    Contract contract =
        only(
            List.of(
                assumption("1", "{}", "T > z", "T.java:5"),
                assumption("1", "{}", "T > x", "T.java:5"),
                assumption("1", "{}", "T > y", "T.java:5")));

    assertThat(contract.calls().get(0).assumedBy())
        .extracting(AssumedBy::test)
        .containsExactly("T > x");
  }

  @Test
  void the_text_is_the_same_in_whatever_order_assumptions_come() {
    List<Assumption> assumptions =
        new ArrayList<>(
            IntStream.range(0, 300)
                .mapToObj(
                    number ->
                        assumption(
                            Integer.toString(number % 150),
                            Integer.toString(number % 2),
                            "T > " + number,
                            "T.java:" + number % 7))
                .toList());
    String text = only(assumptions).text();

    Collections.reverse(assumptions);

    assertThat(only(assumptions).text()).isEqualTo(text).contains("\"incomplete\" : true");
  }

  @Test
  void a_contract_is_read_as_it_was_written() {
    Contract contract =
        only(
            List.of(
                assumption("1.10", "{}", "T > z", "T.java:5"),
                assumption("{}", "[1, null]", "T > x", "T.java:7")));

    assertThat(Contract.parse("Charge.json", contract.text())).isEqualTo(contract);
  }
}
