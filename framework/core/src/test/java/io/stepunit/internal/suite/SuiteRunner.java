package io.stepunit.internal.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.jsonata.JsonataTemplate;
import io.stepunit.internal.expression.jsonata.StatesVariables;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.Parser;
import io.stepunit.internal.jsonata.Program;
import io.stepunit.internal.jsonata.Surroundings;
import io.stepunit.internal.jsonata.SyntaxProblem;
import io.stepunit.internal.jsonata.Values;
import io.stepunit.internal.jsonata.function.StandardFunctions;
import io.stepunit.internal.recording.Verdict;
import io.stepunit.internal.recording.Verdict.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates cases: what can stand in a state machine as the field of a state, what needs a context
 * by the evaluator behind the fields.
 */
final class SuiteRunner {
  static final String UNDEFINED = "undefined";

  private static final String FIELD = "Output";
  private static final String NOTHING = "returned nothing (undefined).";
  private static final String THREW = "threw an error during evaluation. ";

  private final SuiteDifferences differences;

  SuiteRunner(SuiteDifferences differences) {
    this.differences = differences;
  }

  Verdict run(SuiteCase one) {
    if (!one.hindrance().isEmpty()) {
      return verdict(one, Kind.SKIPPED, one.hindrance());
    }
    String actual = one.standsAsItIs() ? inField(one) : inContext(one);
    String expected = one.expected();
    if (isSame(actual, expected)) {
      return verdict(one, Kind.PASSED, "");
    }
    Optional<String> reason = differences.reason(one.id());
    return verdict(
        one,
        reason.isPresent() ? Kind.SKIPPED : Kind.FAILED,
        reason.orElse(one.expression() + "\nexpected " + expected + "\nfound    " + actual));
  }

  private static Verdict verdict(SuiteCase one, Kind kind, String reason) {
    return new Verdict(one.id(), one.json().path("applies").asText(), one.group(), kind, reason);
  }

  private static boolean isSame(String actual, String expected) {
    boolean values = actual.startsWith("=") && expected.startsWith("=");
    return actual.equals(expected)
        || values
            && Json.sameValue(Json.parse(actual.substring(1)), Json.parse(expected.substring(1)));
  }

  static String value(JsonNode value) {
    return "=" + Json.text(value);
  }

  private static String inField(SuiteCase one) {
    try {
      JsonNode field = TextNode.valueOf("{% " + one.expression() + " %}");
      return value(
          JsonataTemplate.compile(FIELD, field, StatesVariables.INPUT_AND_CONTEXT)
              .evaluate(new CaseScope(one.bindings())));
    } catch (ExpressionSyntaxException e) {
      return e.problem();
    } catch (EvaluationException e) {
      String text = e.causeText();
      if (text.endsWith(NOTHING)) {
        return UNDEFINED;
      }
      int threw = text.lastIndexOf(THREW);
      return threw < 0 ? text : text.substring(threw + THREW.length());
    }
  }

  private static String inContext(SuiteCase one) {
    try {
      JsonNode value =
          Program.compile(Parser.parse(one.expression()), StandardFunctions.STEP_FUNCTIONS)
              .evaluate(one.context(), new CaseSurroundings(new CaseScope(one.bindings())));
      return value == Values.UNDEFINED ? UNDEFINED : value(value);
    } catch (SyntaxProblem e) {
      return e.text();
    } catch (JsonataError e) {
      return e.code() + ": " + e.text();
    }
  }

  /** A state that has variables and nothing else. */
  private record CaseScope(JsonNode bindings, RandomGenerator random) implements Scope {
    CaseScope(JsonNode bindings) {
      this(bindings, new Random(1));
    }

    @Override
    public JsonNode input() {
      return Json.NODES.objectNode();
    }

    @Override
    public JsonNode context() {
      return Json.NODES.objectNode();
    }

    @Override
    public @Nullable JsonNode variable(String name) {
      return bindings.get(name);
    }

    @Override
    public Instant now() {
      return Instant.parse("2026-01-01T00:00:00Z");
    }
  }

  /** What an expression sees of it. */
  private record CaseSurroundings(CaseScope scope) implements Surroundings {
    @Override
    public JsonNode variable(String name) {
      return scope.bindings().path(name);
    }

    @Override
    public Instant now() {
      return scope.now();
    }

    @Override
    public RandomGenerator random() {
      return scope.random();
    }
  }
}
