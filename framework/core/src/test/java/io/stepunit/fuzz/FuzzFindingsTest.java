package io.stepunit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import io.stepunit.load.DefinitionLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the long runs of {@link DefinitionFuzzTest} found, in its shortest form. */
class FuzzFindingsTest {
  /** Half of what a thread has by default. */
  private static final long SMALL_STACK = 512 * 1024;

  private static List<Rule> rules(String definition) throws InterruptedException {
    List<Rule> rules = new ArrayList<>();
    List<Throwable> thrown = new ArrayList<>();
    Thread thread =
        new Thread(
            null,
            () ->
                DefinitionLoader.validate("found.json", definition, WorkflowType.STANDARD).stream()
                    .map(Diagnostic::rule)
                    .forEach(rules::add),
            "small",
            SMALL_STACK);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.add(e));
    thread.start();
    thread.join();
    assertThat(thrown).isEmpty();
    return rules;
  }

  private static String task(String resource) {
    return """
    {"StartAt": "S", "States": {"S": {"Type": "Task", "End": true, "TimeoutSeconds": 9, "Resource": %s}}}
    """
        .formatted(Json.NODES.textNode(resource));
  }

  private static String output(String expression) {
    return """
    {"QueryLanguage": "JSONata", "StartAt": "S", "States": {"S": {"Type": "Succeed", "Output": %s}}}
    """
        .formatted(Json.NODES.textNode("{% " + expression + " %}"));
  }

  @Test
  void a_long_resource_does_not_overflow_the_stack() throws InterruptedException {
    assertThat(rules(task("arn:aws:states:" + "x".repeat(2_000))))
        .containsExactly(Rule.UNRECOGNIZED_RESOURCE);
  }

  @Test
  void placeholders_do_not_double_the_ways_to_read_a_resource() throws InterruptedException {
    assertThat(rules(task("${a}:" + "${b}".repeat(200) + " ")))
        .contains(Rule.UNRECOGNIZED_RESOURCE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$match($states.input.a, /a{[/)",
        "$states.input.a ~> /^hello**$/",
        "$replace('a', /[/, 'b')"
      })
  void a_regular_expression_that_does_not_parse_is_an_error_in_the_expression(String expression)
      throws InterruptedException {
    assertThat(rules(output(expression))).containsExactly(Rule.INVALID_JSONATA);
  }

  @Test
  void a_letter_that_means_nothing_special_may_be_escaped_as_in_javascript()
      throws InterruptedException {
    assertThat(rules(output("$states.input.a ~> /^hello\\yes$/"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "-", "$f(", "{'a':", "1+"})
  void an_expression_that_is_nested_too_deeply_is_refused(String open) throws InterruptedException {
    assertThat(rules(output(open.repeat(20_000)))).containsExactly(Rule.INVALID_JSONATA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$.a[", "$..", "States.Array(", "$[?(", "States.Format('{}', "})
  void a_path_or_call_that_is_nested_too_deeply_is_refused(String open)
      throws InterruptedException {
    String definition =
        """
        {"StartAt": "S", "States": {"S": {"Type": "Pass", "End": true, "Parameters": {"a.$": "%s"}}}}
        """
            .formatted(open.repeat(20_000));

    assertThat(rules(definition)).containsExactly(Rule.INVALID_EXPRESSION);
  }

  @Test
  void objects_that_are_nested_too_deeply_are_refused() throws InterruptedException {
    assertThat(rules("{\"a\":".repeat(100_000))).containsExactly(Rule.NOT_JSON);
  }
}
