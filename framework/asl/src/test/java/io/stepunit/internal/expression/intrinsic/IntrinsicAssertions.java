package io.stepunit.internal.expression.intrinsic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.json.Json;

/** Short ways to say what a call gives. */
final class IntrinsicAssertions {
  private IntrinsicAssertions() {}

  static void assertCall(String call, String input, String expected) {
    assertThat(Json.text(IntrinsicCall.compile(call).evaluate(TestScope.of(input))))
        .as(call)
        .isEqualTo(expected);
  }

  /** The call fails because of its arguments, as AWS says it. */
  static void assertInvalid(String call, String input) {
    String name = call.substring(0, call.indexOf('('));
    assertFails(call, input, invalid(call, name));
  }

  /** What AWS says where a function in a call does not take its arguments. */
  static String invalid(String call, String function) {
    return "There was an error while evaluating the intrinsic function: %s. Invalid arguments in %s"
        .formatted(call, function);
  }

  /** What AWS says where a path in a call finds nothing. */
  static String missing(String call, String problem) {
    return "The function '" + call + "' had the following error: " + problem;
  }

  static void assertFails(String call, String input, String cause) {
    IntrinsicCall compiled = IntrinsicCall.compile(call);
    assertThatThrownBy(() -> compiled.evaluate(TestScope.of(input)))
        .as(call)
        .isInstanceOfSatisfying(
            EvaluationException.class,
            e -> {
              assertThat(e.error()).isEqualTo("States.Runtime");
              assertThat(e.causeText()).isEqualTo(cause);
            });
  }
}
