package io.stepunit.internal.report;

import io.stepunit.history.Attempt;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.model.ErrorHandlers;
import io.stepunit.internal.model.JitterStrategy;
import io.stepunit.internal.model.Retrier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Which Retrier made each delay between the attempts of a visit, and by which formula. */
final class RetryDelays {
  private static final int NANO_DIGITS = 9;

  private final List<Retrier> retriers;
  private final Iterator<Decision.ErrorMatched> decisions;
  private final int[] used;

  /**
   * @param decisions what each failure of an attempt led to, in order
   */
  RetryDelays(ErrorHandlers handlers, List<Decision.ErrorMatched> decisions) {
    this.retriers = handlers.retriers();
    this.decisions = decisions.iterator();
    this.used = new int[retriers.size()];
  }

  /**
   * The delay after a failed attempt.
   *
   * @param formula {@code Retry[0]: 30 s × 1.5²}
   */
  record Delay(BigDecimal seconds, String formula) {}

  /**
   * The delay between an attempt and the one that followed it.
   *
   * @return empty if no Retrier made it, as after a redrive
   */
  Optional<Delay> between(Attempt failed, Attempt next) {
    Optional<Decision.ErrorMatched> decision =
        decisions.hasNext() ? Optional.of(decisions.next()) : Optional.empty();
    if (decision.filter(Decision.ErrorMatched::retried).isEmpty()) {
      return Optional.empty();
    }
    Duration delay =
        Duration.between(failed.endedAt().orElse(failed.startedAt()), next.startedAt());
    int index = decision.get().retrier();
    String formula = "Retry[%s]: %s".formatted(index, formula(retriers.get(index), used[index]++));
    return Optional.of(new Delay(seconds(delay), formula));
  }

  private static String formula(Retrier retrier, int retriesBefore) {
    StringBuilder text = new StringBuilder(retrier.interval().toSeconds() + " s");
    if (retriesBefore > 0 && retrier.backoffRate() != 1) {
      text.append(" × ").append(number(retrier.backoffRate())).append(power(retriesBefore));
    }
    retrier
        .maxDelay()
        .ifPresent(most -> text.append(", at most ").append(most.toSeconds()).append(" s"));
    if (retrier.jitter() == JitterStrategy.FULL) {
      text.append(", times a random number below 1 (JitterStrategy FULL)");
    }
    return text.toString();
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A power of two or more in superscript digits. */
  private static String power(int exponent) {
    if (exponent == 1) {
      return "";
    }
    StringBuilder digits = new StringBuilder();
    Integer.toString(exponent)
        .chars()
        .map(digit -> "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'))
        .forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  private static BigDecimal seconds(Duration delay) {
    BigDecimal seconds = BigDecimal.valueOf(delay.toNanos(), NANO_DIGITS).stripTrailingZeros();
    return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
  }
}
