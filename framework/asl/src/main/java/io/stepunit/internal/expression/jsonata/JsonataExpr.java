package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Scope;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * One compiled expression. Each evaluation has a frame of its own in which everything is bound that
 * the expression reads from outside, so nothing stays behind.
 */
final class JsonataExpr {
  private static final String COMMENT_END = "*/";
  private static final String EVAL = "eval";
  private static final String STATES = "states";

  private final String text;
  private final Node parsed;
  private final Jsonata compiled;
  private final Set<String> variables;
  private final Set<String> statesFields;
  private final List<String> unknownFunctions;
  private final Map<String, Builtin> functions;
  private final Set<String> scopeFunctions;
  private final boolean refusesEval;
  private final boolean divides;

  private JsonataExpr(String text, Node parsed, Names.Read read) {
    this.text = text;
    this.parsed = parsed;
    String replaced = Arithmetic.replaced(text, parsed, Arithmetic.DIVIDING);
    divides = !replaced.equals(text);
    compiled = library(replaced);
    this.statesFields = read.statesFields();
    Set<String> others = new LinkedHashSet<>();
    Map<String, Builtin> known = new LinkedHashMap<>();
    Set<String> scoped = new LinkedHashSet<>();
    for (String name : read.free()) {
      Builtin function = builtin(name);
      if (function != null) {
        known.put(name, function);
      } else if (ScopeFunctions.names().contains(name)) {
        scoped.add(name);
      } else {
        others.add(name);
      }
    }
    refusesEval = others.remove(EVAL);
    unknownFunctions =
        read.called().stream()
            .filter(name -> others.contains(name) || refusesEval && name.equals(EVAL))
            .sorted()
            .toList();
    variables = others;
    functions = known;
    scopeFunctions = scoped;
  }

  private static @Nullable Builtin builtin(String name) {
    Builtin standard = StandardFunctions.ALL.get(name);
    return standard == null ? AddedFunctions.ALL.get(name) : standard;
  }

  /** What a function takes, if there is one of the name. */
  static Optional<Signature> signature(String name) {
    return Optional.ofNullable(builtin(name))
        .map(Builtin::signature)
        .or(() -> ScopeFunctions.signature(name));
  }

  /** What the expression reads of the data. */
  NodeReads reads() {
    return new NodeReads(parsed);
  }

  /**
   * @throws SyntaxProblem if the text is no expression
   * @throws UnsupportedReference if it refers to something that does not exist
   */
  static JsonataExpr compile(String text, Node parsed, StatesVariables allowed) {
    Names.Read read = Names.in(parsed, allowed);
    try {
      return new JsonataExpr(text, parsed, read);
    } catch (JException e) {
      throw new SyntaxProblem(Messages.syntax(e), e.getLocation());
    } catch (PatternSyntaxException e) {
      throw new SyntaxProblem("Invalid regular expression: " + e.getDescription(), 0);
    }
  }

  private static Jsonata library(String text) {
    // The library looks for one more character behind a comment.
    Jsonata compiled = Jsonata.jsonata(text.endsWith(COMMENT_END) ? text + "\n" : text);
    compiled.setOutputConvertNulls(false);
    compiled.setValidateInput(false);
    return compiled;
  }

  /** The same without those that it calls: no variable holds a function. */
  Set<String> values() {
    Set<String> values = new LinkedHashSet<>(variables);
    unknownFunctions.forEach(values::remove);
    return values;
  }

  /** The functions that it calls and that do not exist: calling them fails. */
  List<String> unknownFunctions() {
    return unknownFunctions;
  }

  /** The workflow variables that it reads, without {@code $}. */
  Set<String> variables() {
    return variables;
  }

  /**
   * The result as JSON, or null if there is none.
   *
   * @throws EvaluationFailure if the evaluation fails, or the result is not JSON
   */
  @Nullable JsonNode evaluate(Scope scope) {
    Object result;
    try {
      result = result(scope);
    } catch (EvaluationFailure e) {
      throw e;
    } catch (StackOverflowError e) {
      throw EvaluationFailure.stackOverflow();
    } catch (RuntimeException e) {
      throw internal(scope, e);
    } catch (Error e) {
      if (e.getClass() != Error.class) {
        throw e;
      }
      // The library throws it where it does not know what to do with a value.
      throw internal(scope, e);
    }
    return result == null ? null : Results.toJson(result);
  }

  private static EvaluationFailure internal(Scope scope, Throwable cause) {
    return EvaluationFailure.internal(ScopeFunctions.uuid(scope.random()).toString(), cause);
  }

  private @Nullable Object result(Scope scope) {
    try {
      return evaluate(compiled, scope);
    } catch (EvaluationFailure e) {
      if (!e.isOutOfRange()) {
        throw e;
      }
      return evaluate(library(Arithmetic.replaced(text, parsed, Arithmetic.ALL)), scope);
    }
  }

  private @Nullable Object evaluate(Jsonata expression, Scope scope) {
    Bounds bounds = new Bounds();
    try {
      return expression.evaluate(null, frame(expression, scope, bounds));
    } catch (JException e) {
      throw Messages.of(e, bounds);
    }
  }

  private Jsonata.Frame frame(Jsonata expression, Scope scope, Bounds bounds) {
    Jsonata.Frame frame = expression.createFrame();
    bounds.watch(frame);
    if (expression != compiled || divides) {
      Arithmetic.FUNCTIONS.forEach((name, function) -> frame.bind(name, (Object) function));
    }
    if (!statesFields.isEmpty()) {
      frame.bind(STATES, (Object) states(scope));
    }
    functions.forEach((name, function) -> bind(frame, scope, name, function));
    for (String name : scopeFunctions) {
      bind(frame, scope, name, ScopeFunctions.of(name, scope));
    }
    if (refusesEval) {
      bind(frame, scope, EVAL, null);
    }
    for (String name : variables) {
      bind(frame, scope, name, null);
    }
    return frame;
  }

  /** Binds the variable of the name, or else the function; a name that has neither is undefined. */
  private static void bind(
      Jsonata.Frame frame, Scope scope, String name, @Nullable Builtin function) {
    JsonNode variable = scope.variable(name);
    frame.bind(name, variable == null ? (Object) function : Views.of(variable));
  }

  private Map<String, Object> states(Scope scope) {
    Map<String, Object> states = new LinkedHashMap<>();
    for (String field : statesFields) {
      JsonNode value = StatesVariables.value(field, scope);
      if (value != null) {
        states.put(field, Views.of(value));
      }
    }
    return states;
  }
}
