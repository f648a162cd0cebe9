package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DoubleNode;
import io.stepunit.api.StepFunctionsApi;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.RecordingException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers beyond a double are kept as they are, or refused with their place. */
class ExactNumbersTest {
  private static final String PASS =
      """
      {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}""";
  private static final String TASK =
      """
      {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f"}}}""";

  private static TestStateMachine machine(String definition) {
    return StepFunctionsEnvironment.create().define("m", definition);
  }

  private static void keeps(String number, Execution run) {
    assertThat(Json.text(run.output().orElseThrow().get("n")))
        .satisfies(found -> assertThat(new BigDecimal(found)).isEqualByComparingTo(number));
    assertThat(run.output().orElseThrow().get("n").isNumber()).isTrue();
  }

  @Nested
  class Kept {
    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e400", "1e-400", "1e999999999", "123456789012345678901234"})
    void from_wherever_they_come(String number) {
      String object = "{\"n\": " + number + "}";
      Map<String, BigDecimal> map = Map.of("n", new BigDecimal(number));

      keeps(number, machine(PASS).run(object));
      keeps(number, machine(PASS).run(map));
      keeps(number, machine(PASS).run(machine(PASS).run(object).output().orElseThrow()));
      keeps(number, started(object));
      keeps(number, answered(object));
      keeps(number, answered(map));
      keeps(number, machine(pass("\"Result\": " + object)).run("{}"));
      keeps(number, machine(pass("\"Parameters\": {\"n.$\": \"$.n\"}")).run(object));
      keeps(number, machine(pass("\"Parameters\": " + object)).run("{}"));
      keeps(number, machine("StartAt: P\nStates: {P: " + state(object) + "}").run("{}"));
      keeps(
          number, machine(pass("\"Parameters\": {\"n.$\": \"" + parsed(number) + "\"}")).run("{}"));
    }

    private Execution started(String input) {
      TestStateMachine machine = machine(PASS);
      StepFunctionsApi api = machine.environment().api();
      String arn = api.startExecution(machine.arn(), input);
      machine.environment().runToEnd();
      return api.describeExecution(arn);
    }

    private Execution answered(Object result) {
      TestStateMachine machine = machine(TASK);
      machine.mock("T").returns(result);
      return machine.run("{}");
    }

    private String pass(String fields) {
      return "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true, "
          + fields
          + "}}}";
    }

    /** JSON is YAML, where a number needs a point before its exponent. */
    private String state(String object) {
      return "{Type: Pass, End: true, Result: "
          + object.replaceFirst("([0-9])e([0-9])", "$1.0e+$2").replaceFirst("([0-9])e-", "$1.0e-")
          + "}";
    }

    private String parsed(String number) {
      return "States.StringToJson('" + number + "')";
    }

    @Test
    void in_texts_that_intrinsic_functions_make() {
      String format = pass("\"Parameters\": {\"text.$\": \"States.Format('{}', $.n)\"}");

      assertThat(machine(format).run("{\"n\": 1e400}").outputAt("$.text").orElseThrow().asText())
          .isEqualTo("1E+400");
    }

    @Test
    void in_items_and_recordings() {
      StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();
      environment.bucket("b").put("k", "[1e400]");
      TestStateMachine machine =
          environment.define(
              "m",
              """
              {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true,
                "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                  "ReaderConfig": {"InputType": "JSON"},
                  "Parameters": {"Bucket": "b", "Key": "k"}},
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"}, "StartAt": "P",
                  "States": {"P": {"Type": "Pass", "End": true}}}}}}""");

      Execution run = machine.run("{}");
      Recording recording = Recording.ofHistory("r", run.historyJson());

      assertThat(Json.text(run.output().orElseThrow())).isEqualTo("[1E+400]");
      assertThat(Json.text(recording.replay(machine).execution().output().orElseThrow()))
          .isEqualTo("[1E+400]");
    }
  }

  @Nested
  class Compared {
    @Test
    void by_value() {
      TestStateMachine machine = machine(TASK);
      machine.mock("T").whenInput("$.n", new BigDecimal("1e400")).returns(1);

      assertThat(machine.run("{\"n\": 10e399}").output().orElseThrow().intValue()).isOne();
      assertThat(Json.sameValue(Json.parse("1e400"), Json.parse("1e401"))).isFalse();
      assertThat(Json.sameValue(Json.parse("1e400"), Json.parse("10e399"))).isTrue();
    }

    @Test
    void without_an_exception_where_a_tree_holds_no_number_of_json() {
      DoubleNode infinite = DoubleNode.valueOf(Double.POSITIVE_INFINITY);
      DoubleNode none = DoubleNode.valueOf(Double.NaN);

      assertThat(Json.sameValue(infinite, infinite)).isTrue();
      assertThat(Json.sameValue(infinite, Json.parse("1e400"))).isFalse();
      assertThat(Json.sameValue(Json.parse("1"), none)).isFalse();
    }

    @Test
    void when_an_execution_is_started_again_under_its_name() {
      TestStateMachine machine = machine(PASS);
      machine.start("{\"n\": 1e400}", "same");

      StepFunctionsApi api = machine.environment().api();

      assertThat(api.startExecution(machine.arn(), "same", "{\"n\": 1e400}"))
          .isEqualTo(machine.execution().arn());
    }
  }

  @Nested
  class Refused {
    private static final String TOO_FAR = "1e99999999999";
    private static final String PROBLEM = "Number out of range: " + TOO_FAR;

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1e99999999999", "1e-99999999999"})
    void with_line_and_column(String number) {
      assertThatThrownBy(() -> machine(PASS).run("{\n \"n\": " + number + "}"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Number out of range: " + number + " (line 2, column 7)");
    }

    @Test
    void in_definitions() {
      assertThatThrownBy(() -> machine(PASS.replace("true", "true, \"Result\": " + TOO_FAR)))
          .isInstanceOf(InvalidDefinitionException.class)
          .hasMessageContaining(PROBLEM);
    }

    @Test
    void in_literals_of_intrinsic_functions() {
      String call = "\"Parameters\": {\"a.$\": \"States.Array(" + TOO_FAR + ")\"}";

      assertThatThrownBy(() -> machine(PASS.replace("true", "true, " + call)))
          .isInstanceOf(InvalidDefinitionException.class)
          .hasMessageContaining(PROBLEM);
    }

    @Test
    void in_results() {
      TestStateMachine machine = machine(TASK);

      assertThatThrownBy(() -> machine.mock("T").returns("{\"n\": " + TOO_FAR + "}"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(PROBLEM + " (line 1, column 7)");
    }

    @Test
    void in_recordings() {
      assertThatThrownBy(() -> Recording.ofHistory("r", "{\"events\": [" + TOO_FAR + "]}"))
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining(PROBLEM);
    }

    @Test
    void by_functions_that_parse_text() {
      String call = "\"Parameters\": {\"a.$\": \"States.StringToJson($.text)\"}";

      Execution run =
          machine(PASS.replace("true", "true, " + call)).run("{\"text\": \"" + TOO_FAR + "\"}");

      assertThat(run.error()).contains("States.Runtime");
    }
  }
}
