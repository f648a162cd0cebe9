package io.stepunit.internal.expression.jsonata;

import static io.stepunit.internal.expression.jsonata.Evaluations.assertValue;
import static io.stepunit.internal.expression.jsonata.Evaluations.expression;
import static io.stepunit.internal.expression.jsonata.Evaluations.failure;
import static io.stepunit.internal.expression.jsonata.Evaluations.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we guard against in the JSONata library; an upgrade that changes it shows here. */
class LibraryContractTest {
  private static final int THREADS = 8;

  @Test
  void the_time_is_not_that_of_the_last_compiled_expression() {
    JsonataTemplate early = expression("$millis()");
    expression("$now()");

    JsonNode value = early.evaluate(TestScope.of("1").at("1970-01-01T00:00:01Z"));

    assertThat(value.longValue()).isEqualTo(1000);
  }

  @Test
  void an_assignment_does_not_outlive_its_evaluation() {
    JsonataTemplate counter = expression("($exists($n) ? $n : ($n := 1; $n))");

    assertThat(counter.evaluate(order())).isEqualTo(Json.parse("1"));
    assertThat(counter.evaluate(TestScope.of("1").withVariable("n", "5")))
        .isEqualTo(Json.parse("5"));
    assertThat(counter.evaluate(order())).isEqualTo(Json.parse("1"));
  }

  @Test
  void null_is_not_undefined_anywhere() {
    assertValue("$states.input.nul", "null");
    assertValue("{'v': $states.input.nul}", "{\"v\": null}");
    assertValue("{'v': $states.input.nope}", "{}");
    assertValue("$exists($states.input.nul)", "true");
    assertValue("$count(null)", "1");
    assertValue("[null, 1][0]", "null");
    assertValue("$map([null, 1], function($x) { $x })", "[null, 1]");
    assertValue("$type($states.input.nul)", "\"null\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$states.input ~> |items|{'price': 0}, 'tags'|",
        "$sort($states.input.items, function($a, $b) { $a.price > $b.price })",
        "$reverse($states.input.items)",
        "$append($states.input.items, 1)",
        "$merge([$states.input, {'str': 'changed'}])",
        "$states.input.items{kind: $sum(price)}",
        "$states.input.**",
        "$each($states.input, function($v) { $v })",
        "$spread($states.input.nested)",
        "$distinct($states.input.items.tags)",
        "$zip($states.input.items, $states.input.single)",
        "$shuffle($states.input.items)",
        "$states.input"
      })
  void the_input_is_read_and_never_changed(String text) {
    Scope scope = order();

    expression(text).evaluate(scope);

    assertThat(scope.input()).isEqualTo(Json.parse(Evaluations.ORDER));
  }

  @Test
  void what_comes_out_shares_nothing_that_can_change() {
    JsonataTemplate range = expression("[1..3]");

    JsonNode first = range.evaluate(order());

    assertThat(first).isEqualTo(range.evaluate(order())).isNotSameAs(range.evaluate(order()));
  }

  @Test
  void clones_can_be_transformed_though_the_input_cannot() {
    assertValue(
        "$states.input.nested ~> |a|{'x': 9}|",
        "{\"a\":{\"x\":9},\"b\":{\"x\":2,\"y\":[1,{\"x\":3}]}}");
    assertValue("$clone($states.input.one)", "{\"a\": 1}");
  }

  @Test
  void partial_application_knows_our_functions() {
    assertValue("($first := $substring(?, 0, 2); $first('hello'))", "\"he\"");
    assertValue("($half := $power(?, 0.5); $half(16))", "4");
    assertValue("$map(['a', 'b'], $uppercase)", "[\"A\", \"B\"]");
    assertValue("($c := $trim ~> $uppercase; $c(' a '))", "\"A\"");
  }

  @Test
  void exceptions_of_java_do_not_come_through() {
    assertThat(failure("$number('x')"))
        .isEqualTo(
            "threw an error during evaluation. D3030: Unable to cast value to a number: \"x\"");
    assertThat(failure("$toMillis('x')"))
        .isEqualTo(
            "threw an error during evaluation. D3110: The argument of the toMillis function must be"
                + " an ISO 8601 formatted timestamp. Given \"x\"");
    assertThat(failure("$map(['x'], $number)"))
        .isEqualTo(
            "threw an error during evaluation. D3030: Unable to cast value to a number: \"x\"");
    assertThat(failure("$sum(['a'])"))
        .isEqualTo(
            "threw an error during evaluation. T0412: Argument 1 of function \"sum\" must be an"
                + " array of \"numbers\"");
  }

  @Test
  void a_comparator_that_contradicts_itself_comes_to_an_end() {
    assertThat(
            expression("$sort([1..200], function($a, $b) { $random() > 0.5 })").evaluate(order()))
        .hasSize(200);
  }

  @Test
  void an_expression_works_on_threads_that_compiled_nothing() throws Exception {
    List<JsonataTemplate> shared =
        List.of(
            expression("$map($list, function($x) { $x * $factor })"),
            expression("$exists($other) ? 'leaked' : $factor"),
            expression("($list[$ > 1] ~> $sum) / $factor"));
    List<Callable<Boolean>> jobs = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int factor = i + 1;
      jobs.add(() -> agrees(shared, factor));
    }

    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    List<Boolean> results = new ArrayList<>();
    for (Future<Boolean> job : pool.invokeAll(jobs)) {
      results.add(job.get());
    }
    pool.shutdownNow();

    assertThat(results).hasSize(THREADS).containsOnly(true);
  }

  private static boolean agrees(List<JsonataTemplate> shared, int factor) {
    TestScope scope = TestScope.of("1").withVariable("list", "[1, 2, 3]");
    scope.withVariable("factor", String.valueOf(factor));
    String mapped = "[%s,%s,%s]".formatted(factor, 2 * factor, 3 * factor);
    boolean agrees = true;
    for (int i = 0; i < 300; i++) {
      agrees &= shared.get(0).evaluate(scope).toString().equals(mapped);
      agrees &= shared.get(1).evaluate(scope).intValue() == factor;
      agrees &= shared.get(2).evaluate(scope).doubleValue() == 5.0 / factor;
    }
    return agrees;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$states.input.str",
        "$states.input.items",
        "$states.input.items.name",
        "$states.input.items.tags",
        "$states.input.single",
        "$states.input.none",
        "$states.input.nul",
        "$states.input.whole",
        "$states.input.huge",
        "$states.input.one.a",
        "$states.input.nested.b.y",
        "$states.input.nested.b.y.x",
        "$states.input.'odd name'",
        "$states.context.State.Name",
        "$list",
        "$list.a",
        "$object.a.b",
        "$object.none"
      })
  void a_plain_path_is_what_the_library_makes_of_it(String path) {
    Scope scope =
        TestScope.of(Evaluations.ORDER)
            .withContext("{\"State\": {\"Name\": \"S\"}}")
            .withVariable("list", "[{\"a\": 1}, {\"a\": [2]}]")
            .withVariable("object", "{\"a\": {\"b\": [[1]]}, \"none\": []}");

    JsonNode walked = expression(path).evaluate(scope);

    // The block keeps the expression from being taken for a plain path.
    assertThat(walked).isEqualTo(expression("(" + path + ")").evaluate(scope));
  }
}
