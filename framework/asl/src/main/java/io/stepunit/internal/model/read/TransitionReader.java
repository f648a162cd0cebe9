package io.stepunit.internal.model.read;

import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.ErrorHandlers;
import io.stepunit.internal.model.JitterStrategy;
import io.stepunit.internal.model.Retrier;
import io.stepunit.internal.model.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads a state's transitions and error handlers.
 *
 * @param fields the state's fields
 */
record TransitionReader(Fields fields) {
  private static final long LONGEST_DELAY_SECONDS = Duration.ofDays(366).toSeconds() - 1;

  /** {@code Next} or {@code "End": true}, exactly one of which a state must have. */
  Transition next() {
    boolean end = fields.flag("End");
    if (!end) {
      return new Transition.Next(fields.requiredTarget("Next"));
    }
    if (fields.atMostOneOf("Next", "End")) {
      fields.target("Next");
    }
    return Transition.END;
  }

  /** {@code Retry} and {@code Catch}. */
  ErrorHandlers errorHandlers() {
    List<Retrier> retriers =
        fields.optionalItems("Retry").stream()
            .map(node -> retrier(fields.of(node, "a Retrier")))
            .toList();
    List<Catcher> catchers =
        fields.optionalItems("Catch").stream()
            .map(node -> catcher(fields.of(node, "a Catcher")))
            .toList();
    return new ErrorHandlers(retriers, catchers);
  }

  private static Retrier retrier(Fields fields) {
    fields.text("Comment");
    Retrier retrier =
        new Retrier(
            fields.requiredTexts("ErrorEquals"),
            fields
                .integer("IntervalSeconds", 1, SettingFields.MAX_SECONDS)
                .map(Duration::ofSeconds)
                .orElse(Duration.ofSeconds(1)),
            fields.integer("MaxAttempts", 0, SettingFields.MAX_SECONDS).orElse(3L).intValue(),
            fields.decimal("BackoffRate", 1.0, Double.MAX_VALUE).orElse(2.0),
            fields.integer("MaxDelaySeconds", 1, LONGEST_DELAY_SECONDS).map(Duration::ofSeconds),
            fields.word("JitterStrategy", "FULL", "NONE").equals(Optional.of("FULL"))
                ? JitterStrategy.FULL
                : JitterStrategy.NONE,
            fields.location());
    fields.done();
    return retrier;
  }

  private static Catcher catcher(Fields fields) {
    fields.text("Comment");
    Catcher catcher =
        new Catcher(
            fields.requiredTexts("ErrorEquals"),
            fields.requiredTarget("Next"),
            fields.ofLanguage().ofCatcher(),
            fields.location());
    fields.done();
    return catcher;
  }
}
