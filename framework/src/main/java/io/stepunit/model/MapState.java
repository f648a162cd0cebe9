package io.stepunit.model;

import io.stepunit.expression.Expr;
import java.util.Optional;

/**
 * A Map state in inline mode.
 *
 * @param itemsPath {@code ItemsPath}
 * @param itemSelector {@code ItemSelector} or the legacy {@code Parameters}
 * @param itemProcessor {@code ItemProcessor} or the legacy {@code Iterator}
 * @param maxConcurrency {@code MaxConcurrency} or {@code MaxConcurrencyPath}; 0 means no limit
 * @param toleratedFailureCount {@code ToleratedFailureCount} or its Path form
 * @param toleratedFailurePercentage {@code ToleratedFailurePercentage} or its Path form, 0 to 100
 */
public record MapState(
    StateInfo info,
    DataFlow dataFlow,
    Setting.AtPath<?> itemsPath,
    Optional<Expr> itemSelector,
    StateGraph itemProcessor,
    Optional<Setting<Long>> maxConcurrency,
    Optional<Setting<Long>> toleratedFailureCount,
    Optional<Setting<Double>> toleratedFailurePercentage,
    ErrorHandlers errorHandlers,
    Transition next)
    implements State {
  @Override
  public StateType type() {
    return StateType.MAP;
  }
}
