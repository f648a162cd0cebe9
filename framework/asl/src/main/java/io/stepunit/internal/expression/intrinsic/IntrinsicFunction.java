package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;

/**
 * One entry of the catalogue.
 *
 * @param name such as {@code States.Format}
 * @param required how many arguments a call has at least
 * @param kinds what the arguments are, in order; as many as a call may have, unless the last
 *     repeats
 * @param lastRepeats whether any number of arguments of the last kind may follow
 * @param body computes the value from arguments of these kinds
 */
record IntrinsicFunction(
    String name,
    int required,
    List<ArgumentKind> kinds,
    boolean lastRepeats,
    Function<CallArguments, JsonNode> body) {

  /** A function that takes exactly these arguments. */
  static IntrinsicFunction of(
      String name, List<ArgumentKind> kinds, Function<CallArguments, JsonNode> body) {
    return new IntrinsicFunction(name, kinds.size(), kinds, false, body);
  }

  /** The same function, whose last argument may be left out. */
  IntrinsicFunction lastOptional() {
    return new IntrinsicFunction(name, required - 1, kinds, lastRepeats, body);
  }

  /** The same function, whose last argument may be left out or given any number of times. */
  IntrinsicFunction lastAnyNumber() {
    return new IntrinsicFunction(name, required - 1, kinds, true, body);
  }

  boolean takes(int arguments) {
    return arguments >= required && (lastRepeats || arguments <= kinds.size());
  }

  /** What an argument has to be. */
  ArgumentKind kind(int argument) {
    return kinds.get(Math.min(argument, kinds.size() - 1));
  }

  /** How many arguments a call has, in words. */
  String arity() {
    if (lastRepeats) {
      return required + " or more arguments";
    }
    String count = required == kinds.size() ? "" + required : required + " to " + kinds.size();
    return count + (kinds.size() == 1 ? " argument" : " arguments");
  }

  JsonNode call(CallArguments arguments) {
    try {
      for (int i = 0; i < arguments.count(); i++) {
        if (!kind(i).accepts(arguments.get(i))) {
          throw new InvalidArgument();
        }
      }
      return body.apply(arguments);
    } catch (InvalidArgument e) {
      throw CallFailure.ofFunction("Invalid arguments in " + name);
    }
  }
}
