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
    assertFails(call, input, "Invalid arguments in " + name);
  }

  static void assertFails(String call, String input, String problem) {
    IntrinsicCall compiled = IntrinsicCall.compile(call);
    assertThatThrownBy(() -> compiled.evaluate(TestScope.of(input)))
        .as(call)
        .isInstanceOfSatisfying(
            EvaluationException.class,
            e -> {
              assertThat(e.error()).isEqualTo("States.Runtime");
              assertThat(e.causeText())
                  .isEqualTo("The function '" + call + "' had the following error: " + problem);
            });
  }
}
