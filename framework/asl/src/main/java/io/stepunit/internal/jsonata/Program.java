package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A compiled expression. Immutable, shared by threads.
 *
 * <pre>{@code
 * Program total = Program.compile(Parser.parse("$sum(prices)"), functions);
 * JsonNode sum = total.evaluate(order, surroundings);
 * }</pre>
 */
public final class Program {
  private final Code code;

  private Program(Code code) {
    this.code = code;
  }

  /**
   * Makes a program of a parsed expression.
   *
   * @throws SyntaxProblem if the parts of the expression do not go together
   */
  public static Program compile(Node expression, FunctionTable functions) {
    return new Program(Compiler.compile(expression, functions));
  }

  /**
   * The value; {@link Values#UNDEFINED} if there is none. It may be, or hold, a function.
   *
   * @param context what {@code $} and names mean at the top; {@link Values#UNDEFINED} for nothing
   * @throws JsonataError if the evaluation fails
   * @throws UncodedFailure if it fails in a way that JSONata has no code for
   * @throws LimitExceeded if it does more than it may
   */
  public JsonNode evaluate(JsonNode context, Surroundings surroundings) {
    JsonNode input = context.isArray() ? Sequence.wrapping(context) : context;
    return code.run(new Evaluation(surroundings, new Budget(), context), input, new Frame(null));
  }
}
