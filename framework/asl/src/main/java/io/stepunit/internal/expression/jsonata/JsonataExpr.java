package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.jsonata.FunctionTable;
import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.LimitExceeded;
import io.stepunit.internal.jsonata.NativeFunction;
import io.stepunit.internal.jsonata.Node;
import io.stepunit.internal.jsonata.Parser;
import io.stepunit.internal.jsonata.Program;
import io.stepunit.internal.jsonata.Signature;
import io.stepunit.internal.jsonata.Surroundings;
import io.stepunit.internal.jsonata.UncodedFailure;
import io.stepunit.internal.jsonata.Values;
import io.stepunit.internal.jsonata.function.StandardFunctions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One compiled expression with what it reads from outside. */
final class JsonataExpr {
  private static final FunctionTable FUNCTIONS = StandardFunctions.STEP_FUNCTIONS;
  private static final Program ID = Program.compile(Parser.parse("$uuid()"), FUNCTIONS);
  private static final String STATES = "states";

  private final Node parsed;
  private final Program program;
  private final Names.Read read;

  private JsonataExpr(Node parsed, Names.Read read) {
    this.parsed = parsed;
    this.read = read;
    program = Program.compile(parsed, FUNCTIONS);
  }

  /** What a function takes, if there is one of the name. */
  static Optional<Signature> signature(String name) {
    return Optional.ofNullable(FUNCTIONS.function(name)).map(NativeFunction::signature);
  }

  /**
   * @throws io.stepunit.internal.jsonata.SyntaxProblem if the text is no expression
   * @throws UnsupportedReference if it refers to something that does not exist
   */
  static JsonataExpr compile(Node parsed, StatesVariables allowed) {
    return new JsonataExpr(parsed, Names.in(parsed, allowed, FUNCTIONS));
  }

  /** What the expression reads of the data. */
  NodeReads reads() {
    return new NodeReads(parsed);
  }

  /** What it takes for the expression to be something, at some place within its value. */
  Wants wants(Scope scope, List<DataPath.Step> inside, Want.Value value) {
    return new NodeWants(parsed, scope).of(parsed, inside, value);
  }

  /** The workflow variables that it reads, without {@code $} and without those that it calls. */
  Set<String> values() {
    return read.values();
  }

  /** The functions that it calls and that do not exist: calling them fails. */
  List<String> unknownFunctions() {
    return read.unknownFunctions();
  }

  /**
   * The result as JSON, or null if there is none.
   *
   * @throws EvaluationFailure if the evaluation fails, or the result is not JSON
   */
  @Nullable JsonNode evaluate(Scope scope) {
    return evaluate(program, Values.UNDEFINED, new Outside(scope, read.statesFields()));
  }

  /**
   * Runs a program.
   *
   * @param context what {@code $} is at the top level: nothing in Step Functions
   */
  static @Nullable JsonNode evaluate(Program program, JsonNode context, Outside outside) {
    JsonNode result;
    try {
      result = program.evaluate(context, outside);
    } catch (JsonataError e) {
      throw EvaluationFailure.coded(e.code(), e.text());
    } catch (LimitExceeded e) {
      throw EvaluationFailure.limit(e.limit());
    } catch (UncodedFailure e) {
      String id = ID.evaluate(Values.UNDEFINED, outside).textValue();
      throw EvaluationFailure.internal(id, e);
    }
    return result == Values.UNDEFINED ? null : Results.json(result);
  }

  /** What an expression sees of a scope. */
  static final class Outside implements Surroundings {
    private final Scope scope;
    private final Set<String> statesFields;
    private @Nullable ObjectNode states;

    Outside(Scope scope, Set<String> statesFields) {
      this.scope = scope;
      this.statesFields = statesFields;
    }

    @Override
    public JsonNode variable(String name) {
      if (name.equals(STATES)) {
        return states();
      }
      JsonNode value = scope.variable(name);
      return value == null ? Values.UNDEFINED : value;
    }

    private JsonNode states() {
      if (statesFields.isEmpty()) {
        return Values.UNDEFINED;
      }
      if (states == null) {
        states = Json.NODES.objectNode();
        for (String field : statesFields) {
          JsonNode value = StatesVariables.value(field, scope);
          if (value != null) {
            states.set(field, value);
          }
        }
      }
      return states;
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
