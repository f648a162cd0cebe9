package io.stepunit.internal.model;

import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A Map state.
 *
 * @param items {@code ItemsPath} or {@code Items}
 * @param itemSelector {@code ItemSelector} or the legacy {@code Parameters}
 * @param itemProcessor {@code ItemProcessor} or the legacy {@code Iterator}
 * @param maxConcurrency {@code MaxConcurrency} or {@code MaxConcurrencyPath}; 0 means no limit
 * @param toleratedFailureCount {@code ToleratedFailureCount} or its Path form
 * @param toleratedFailurePercentage {@code ToleratedFailurePercentage} or its Path form, 0 to 100
 * @param distributed what the Map has in distributed mode; empty in inline mode
 */
public record MapState(
    StateInfo info,
    DataFlow dataFlow,
    MapItems items,
    Optional<Expr> itemSelector,
    StateGraph itemProcessor,
    Optional<Setting<Long>> maxConcurrency,
    Optional<Setting<Long>> toleratedFailureCount,
    Optional<Setting<Double>> toleratedFailurePercentage,
    Optional<Distributed> distributed,
    ErrorHandlers errorHandlers,
    Transition next)
    implements State {

  /** Whether the Map's result tells where the results were written. */
  public boolean exportsResults() {
    return distributed.filter(Distributed::exportsResults).isPresent();
  }

  @Override
  public List<StateGraph> scopes() {
    return List.of(itemProcessor);
  }

  @Override
  public List<StateTarget> targets() {
    return errorHandlers.targets(next);
  }

  @Override
  public boolean ends() {
    return next.equals(Transition.END);
  }

  @Override
  public Stream<Read> reads() {
    // An ItemReader brings the items, and the input is only that of its fields.
    boolean itemsAreRead = distributed.flatMap(Distributed::itemReader).isPresent();
    return Stream.of(
            dataFlow.reads(),
            itemsAreRead ? Stream.<Read>empty() : items.reads(),
            itemSelector.stream().flatMap(expr -> expr.reads(ValueKind.ANY)),
            Stream.of(maxConcurrency, toleratedFailureCount, toleratedFailurePercentage)
                .flatMap(Optional::stream)
                .flatMap(number -> number.reads(ValueKind.NUMBER)),
            distributed.stream().flatMap(Distributed::reads),
            errorHandlers.reads())
        .flatMap(Function.identity());
  }

  @Override
  public StateType type() {
    return StateType.MAP;
  }
}
