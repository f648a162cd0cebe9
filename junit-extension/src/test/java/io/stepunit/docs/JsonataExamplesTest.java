package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.json.Json;
import io.stepunit.junit.StateMachineTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of docs/reference/jsonata.md, and what its tables say of functions and limits. */
@StateMachineTest("basket.asl.json")
class JsonataExamplesTest {
  private static final Path PAGE = Path.of("../docs/reference/jsonata.md");
  private static final String BASKET =
      """
      {"limit": 50, "lines": [{"sku": "BOOK"}, {"sku": "PEN"}]}
      """;

  @Test
  void the_state_shown_is_the_one_tested() throws IOException {
    String shown = block("json");

    try (InputStream definition = getClass().getResourceAsStream("basket.asl.json")) {
      assertThat(Json.parse(shown))
          .isEqualTo(
              Json.parse(new String(definition.readAllBytes(), StandardCharsets.UTF_8))
                  .at("/States/Price"));
    }
  }

  @Test
  void arguments_variables_and_output(TestStateMachine basket) {
    basket.mock("Price").returnsPayload(Map.of("prices", List.of(12.5, 1.5)));

    Execution run = basket.run(BASKET);

    assertThat(run)
        .isSucceeded()
        .hasOutput("{\"total\": 14, \"lines\": 2}")
        .state(
            "Price",
            price ->
                price
                    .hasTaskInputAt("$.Payload.skus", List.of("BOOK", "PEN"))
                    .hasAssigned("total", 14));
  }

  @Test
  void a_single_line_is_still_a_list(TestStateMachine basket) {
    basket.mock("Price").returnsPayload(Map.of("prices", List.of(12.5)));

    Execution run = basket.run("{\"limit\": 50, \"lines\": [{\"sku\": \"BOOK\"}]}");

    assertThat(run)
        .state("Price", price -> price.hasTaskInputAt("$.Payload.skus", List.of("BOOK")));
  }

  @Test
  void an_error_of_an_expression(TestStateMachine basket) {
    basket.mock("Price").returnsPayload(Map.of("prices", List.of("twelve")));

    Execution run = basket.run(BASKET);

    assertThat(run)
        .isFailed()
        .hasError("Basket.Unpriced")
        .hasCauseContaining("specified for the field 'Assign/total' threw an error")
        .state("Price", price -> price.wasCaught("States.QueryEvaluationError"));
  }

  @Test
  void computed_error_and_cause(TestStateMachine basket) {
    basket.mock("Price").returnsPayload(Map.of("prices", List.of(60)));

    assertThat(basket.run(BASKET)).hasError("Basket.TooDear").hasCause("60 is more than 50");
  }

  @Test
  void refused_at_load() {
    String definition =
        """
        {"QueryLanguage": "JSONata", "StartAt": "Hello", "States": {
          "Hello": {"Type": "Pass", "Output": "{% 'Hello ' & name %}", "End": true}}}
        """;

    assertThatThrownBy(() -> StepFunctionsEnvironment.create().define("hello", definition))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("Reference to 'name' at the top level is not supported.")
        .hasMessageContaining("write $states.input.name for a field of the state's input");
  }

  @Test
  void virtual_time_and_seeded_randomness() {
    TestStateMachine machine =
        StepFunctionsEnvironment.builder()
            .startTime(Instant.parse("2026-03-01T09:00:00Z"))
            .seed(7)
            .build()
            .define(
                "clock",
                """
                {"QueryLanguage": "JSONata", "StartAt": "Wait", "States": {
                  "Wait": {"Type": "Wait", "Seconds": 60, "Next": "Read"},
                  "Read": {"Type": "Succeed", "Output": {
                    "now": "{% $now() %}", "id": "{% $uuid() %}", "seeded": "{% $random(42) %}"}}}}
                """);

    Execution run = machine.run("{}");

    assertThat(run)
        .hasDuration(ofSeconds(60))
        .hasOutputAt("$.now", "2026-03-01T09:01:00.000Z")
        .hasOutputAt("$.seeded", 0.7275636800328681);
  }

  /** The tables of expressions and what they come to. */
  static List<List<String>> results() {
    return CodeBlock.in(PAGE).stream()
        .filter(block -> block.language().equals("text"))
        .flatMap(block -> block.lines().stream())
        .filter(line -> line.contains(" => "))
        .map(line -> List.of(line.split(" +=> ", 2)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("results")
  void expressions_come_to_what_the_page_says(List<String> line) {
    String output = Json.NODES.textNode("{% " + line.get(0).strip() + " %}").toString();
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define(
                "page",
                """
                {"QueryLanguage": "JSONata", "StartAt": "P", "States": {
                  "P": {"Type": "Succeed", "Output": %s}}}
                """
                    .formatted(output));

    Execution run = machine.run("{\"big\": 9007199254740993}");

    String outcome = run.output().map(Object::toString).orElseGet(() -> run.cause().orElseThrow());
    assertThat(outcome).contains(line.get(1).strip());
  }

  private static String block(String language) {
    return CodeBlock.in(PAGE).stream()
        .filter(block -> block.language().equals(language))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
