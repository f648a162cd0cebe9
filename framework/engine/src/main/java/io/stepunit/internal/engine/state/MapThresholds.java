package io.stepunit.internal.engine.state;

import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.model.MapState;
import java.util.Optional;

/**
 * The evaluated settings of a Map's iterations.
 *
 * @param maxConcurrency {@code MaxConcurrency}; 0 means no limit of its own
 * @param toleratedFailureCount how many iterations may fail
 * @param toleratedFailurePercentage how many of a hundred iterations may fail, 0 to 100
 * @param refusal why a tolerance cannot be used, if so
 */
public record MapThresholds(
    long maxConcurrency,
    Optional<Long> toleratedFailureCount,
    Optional<Double> toleratedFailurePercentage,
    Optional<EvaluationException> refusal) {

  /**
   * Evaluates the fields.
   *
   * @param scope sees the Map's input as {@code $}
   * @throws EvaluationException if the concurrency cannot be used; AWS looks at the tolerances only
   *     after the Map's start is on record
   */
  static MapThresholds read(MapState state, Scope scope) {
    long concurrency = maxConcurrency(state, scope);
    Optional<Long> count = Optional.empty();
    try {
      count = count(state, scope);
      return new MapThresholds(concurrency, count, percentage(state, scope), Optional.empty());
    } catch (EvaluationException e) {
      return new MapThresholds(concurrency, count, Optional.empty(), Optional.of(e));
    }
  }

  private static long maxConcurrency(MapState state, Scope scope) {
    Long limit = SettingValues.integer(state.maxConcurrency(), scope);
    if (limit != null && limit < 0) {
      throw EvaluationException.runtime("MaxConcurrency cannot be negative.");
    }
    return limit == null ? 0 : limit;
  }

  private static Optional<Long> count(MapState state, Scope scope) {
    Long count = SettingValues.integer(state.toleratedFailureCount(), scope);
    if (count != null && count < 0) {
      throw EvaluationException.runtime("ToleratedFailureCount cannot be negative.");
    }
    return Optional.ofNullable(count);
  }

  private static Optional<Double> percentage(MapState state, Scope scope) {
    Double percentage = SettingValues.number(state.toleratedFailurePercentage(), scope);
    if (percentage != null && (percentage < 0 || percentage > 100)) {
      throw EvaluationException.runtime("ToleratedFailurePercentage must be between 0 and 100.");
    }
    return Optional.ofNullable(percentage);
  }

  /** The same with another concurrency; 0 means no limit of its own. */
  public MapThresholds withMaxConcurrency(long concurrency) {
    return new MapThresholds(
        concurrency, toleratedFailureCount, toleratedFailurePercentage, refusal);
  }

  /** The same with another number of iterations that may fail. */
  public MapThresholds withToleratedFailureCount(long count) {
    return new MapThresholds(
        maxConcurrency, Optional.of(count), toleratedFailurePercentage, refusal);
  }

  /**
   * The same with another percentage of iterations that may fail.
   *
   * @param percentage 0 to 100
   */
  public MapThresholds withToleratedFailurePercentage(double percentage) {
    return new MapThresholds(
        maxConcurrency, toleratedFailureCount, Optional.of(percentage), refusal);
  }

  /** Whether so many failed iterations fail the Map. */
  public boolean isExceededBy(int failures, int iterations) {
    if (toleratedFailureCount.isEmpty() && toleratedFailurePercentage.isEmpty()) {
      return failures > 0;
    }
    return toleratedFailureCount.filter(count -> failures > count).isPresent()
        || toleratedFailurePercentage
            .filter(percentage -> failures * 100.0 > percentage * iterations)
            .isPresent();
  }
}
