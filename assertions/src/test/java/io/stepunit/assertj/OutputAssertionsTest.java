package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.internal.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputAssertionsTest {

  private final Execution run = Runs.paid();

  record Receipt(boolean ok) {}

  record Order(int id, int amount, Receipt receipt) {}

  @Test
  void the_output_compares_by_value_in_any_form() {
    assertThat(run)
        .hasOutput("{\"receipt\": {\"ok\": true}, \"amount\": 12.0, \"id\": 7}")
        .hasOutput(Json.parse("{\"id\":7,\"amount\":1.2e1,\"receipt\":{\"ok\":true}}"))
        .hasOutput(Map.of("id", 7L, "amount", 12, "receipt", Map.of("ok", true)))
        .hasOutput(new Order(7, 12, new Receipt(true)));
  }

  @Test
  void a_value_at_a_path_compares_by_value_in_any_form() {
    assertThat(run)
        .hasOutputAt("$.id", 7)
        .hasOutputAt("$.id", 7.0)
        .hasOutputAt("$.receipt", Map.of("ok", true))
        .hasOutputAt("$.receipt", new Receipt(true))
        .hasOutputAt("$['receipt']['ok']", true)
        .hasOutputAt("$", new Order(7, 12, new Receipt(true)));
  }

  @Test
  void a_string_is_json_text_as_a_whole_and_a_string_at_a_path() {
    Execution done =
        Runs.of(
            """
            {"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": "7", "End": true}}}
            """,
            "{}");

    assertThat(done).hasOutput("\"7\"").hasOutputAt("$", "7");
    assertThat(Messages.of(() -> assertThat(done).hasOutput("7"))).contains("but it is\n  \"7\"");
    assertThat(Messages.of(() -> assertThat(done).hasOutputAt("$", 7))).contains("  \"7\"");
  }

  @Test
  void null_is_json_null_and_not_nothing() {
    Execution none =
        Runs.of(
            """
            {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}
            """,
            "{\"a\": null}");

    assertThat(none).hasOutputAt("$.a", null);
    assertThat(Messages.of(() -> assertThat(none).hasOutputAt("$.b", null)))
        .contains("but it has nothing there");
  }

  @Test
  void lambdas_look_into_the_output() {
    assertThat(run)
        .hasOutputSatisfying(json -> assertThat(json.get("id").asInt()).isEqualTo(7))
        .hasOutputSatisfying(Order.class, order -> assertThat(order.receipt().ok()).isTrue());
    assertThat(
            Messages.of(
                () ->
                    assertThat(run)
                        .hasOutputSatisfying(
                            Order.class, order -> assertThat(order.id()).isEqualTo(8))))
        .contains("8");
    assertThatThrownBy(() -> assertThat(run).hasOutputSatisfying(Integer.class, number -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Integer");
  }

  @Test
  void a_lambda_cannot_change_the_execution() {
    assertThat(run)
        .hasOutputSatisfying(
            json -> ((com.fasterxml.jackson.databind.node.ObjectNode) json).removeAll())
        .hasOutputAt("$.id", 7);
  }

  @Test
  void another_output_is_told_with_its_first_difference() {
    assertThat(
            Messages.of(
                () ->
                    assertThat(run)
                        .hasOutput("{\"id\":7,\"amount\":13,\"receipt\":{\"ok\":false}}")))
        .isEqualTo(
            """

            Expecting the output of execution run-1 to be
              {"id":7,"amount":13,"receipt":{"ok":false}}
            but it is
              {"id":7,"amount":12,"receipt":{"ok":true}}
            First difference at /amount
              expected: 13
              found:    12

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1             ExecutionStarted
              +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
              +00:00:03.000  #7   Charge    LambdaFunctionSucceeded
              +00:00:03.000  #9   Ship      PassStateEntered (order.asl.json:35)
            > +00:00:03.000  #11            ExecutionSucceeded
            """);
  }

  @Test
  void a_missing_output_is_told_with_the_outcome() {
    Execution broken = Runs.broken();

    assertThat(Messages.of(() -> assertThat(broken).hasOutput("{\"id\":7}")))
        .isEqualTo(
            """

            Expecting the output of execution run-1 to be
              {"id":7}
            but there is none: the execution is FAILED with Gateway.Gone: 410
            See state Charge (order.asl.json:8)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1            ExecutionStarted
              +00:00:00.000  #2  Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4  Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5  Charge    LambdaFunctionScheduled, attempt 1
              +00:00:00.000  #7  Charge    LambdaFunctionFailed, attempt 1: Gateway.Gone: 410
            > +00:00:00.000  #8            ExecutionFailed: Gateway.Gone: 410
            """);
    assertThat(Messages.of(() -> assertThat(broken).hasOutputAt("$.id", 7)))
        .contains(
            "to have at $.id\n"
                + "  7\n"
                + "but there is none: the execution is FAILED with Gateway.Gone: 410");
    assertThat(Messages.of(() -> assertThat(broken).hasOutputSatisfying(json -> {})))
        .startsWith(
            "\n"
                + "Expecting execution run-1 to have an output\n"
                + "but there is none: the execution is FAILED");
  }

  @Test
  void another_value_at_a_path_is_told() {
    assertThat(Messages.of(() -> assertThat(run).hasOutputAt("$.receipt", Map.of("ok", false))))
        .isEqualTo(
            """

            Expecting the output of execution run-1 to have at $.receipt
              {"ok":false}
            but there it has
              {"ok":true}
            First difference within it at /ok
              expected: false
              found:    true

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1             ExecutionStarted
              +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
              +00:00:03.000  #7   Charge    LambdaFunctionSucceeded
              +00:00:03.000  #9   Ship      PassStateEntered (order.asl.json:35)
            > +00:00:03.000  #11            ExecutionSucceeded
            """);
  }

  @Test
  void a_path_that_leads_nowhere_is_told_with_the_whole_output() {
    assertThat(Messages.of(() -> assertThat(run).hasOutputAt("$.receit.ok", true)))
        .isEqualTo(
            """

            Expecting the output of execution run-1 to have at $.receit.ok
              true
            but it has nothing there, it is
              {"id":7,"amount":12,"receipt":{"ok":true}}

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1             ExecutionStarted
              +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
              +00:00:03.000  #7   Charge    LambdaFunctionSucceeded
              +00:00:03.000  #9   Ship      PassStateEntered (order.asl.json:35)
            > +00:00:03.000  #11            ExecutionSucceeded
            """);
  }

  @Test
  void what_cannot_be_compared_is_refused_with_the_cure() {
    assertThatThrownBy(() -> assertThat(run).hasOutput("done"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("The expected output is a String that is not JSON text");
    assertThatThrownBy(() -> assertThat(run).hasOutputAt("id", 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'id' is not a JSONPath into a document: it must be $ or start with $. or $[");
  }

  @Test
  void a_long_output_is_cut() {
    JsonNode expected = Json.parse("\"" + "x".repeat(5_000) + "\"");

    assertThat(Messages.of(() -> assertThat(run).hasOutput(expected)))
        .contains("x... (5002 characters)")
        .hasSizeLessThan(3_000);
  }
}
