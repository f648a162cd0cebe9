package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.jsonata.Call;
import io.stepunit.internal.jsonata.FunctionValue;
import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.UncodedFailure;
import io.stepunit.internal.jsonata.Values;
import org.jspecify.annotations.Nullable;

/**
 * The matches of a text, one after the other. A regular expression is one matcher; any function may
 * be: it gives the first match, which has a function {@code next} for the one behind it.
 */
final class Matches {
  private final Call call;
  private JsonNode current;

  private Matches(Call call, JsonNode first) {
    this.call = call;
    current = checked(first);
  }

  /**
   * @throws JsonataError if the function gives something else than a match
   */
  static Matches of(Call call, @Nullable FunctionValue matcher, String text) {
    if (matcher == null) {
      throw new UncodedFailure("there is no function that matches");
    }
    return new Matches(call, call.apply(matcher, Values.text(text)));
  }

  boolean hasMatch() {
    return current != Values.UNDEFINED;
  }

  Match current() {
    return new Match(current);
  }

  /** Looks for the match behind the current one, which is given back. */
  Match next() {
    call.budget().step();
    Match match = current();
    if (!(current.path("next") instanceof FunctionValue next)) {
      throw new UncodedFailure("a match has no function for the next one");
    }
    current = checked(call.apply(next));
    return match;
  }

  private static JsonNode checked(JsonNode match) {
    boolean complete =
        !isTruthy(match)
            || match.path("start").isNumber()
            || match.path("end").isNumber()
            || match.path("groups").isArray()
            || match.path("next") instanceof FunctionValue;
    if (!complete) {
      throw new JsonataError("T1010");
    }
    return match;
  }

  /** Whether JavaScript takes a value for true. */
  static boolean isTruthy(JsonNode value) {
    return value.isContainerNode() || value instanceof FunctionValue || Values.isTrue(value);
  }
}
