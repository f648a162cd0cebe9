package io.stepunit.internal.model;

import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code ItemBatcher}: how many items of a Distributed Map one child execution gets.
 *
 * @param maxItems {@code MaxItemsPerBatch} or its Path form
 * @param maxInputBytes {@code MaxInputBytesPerBatch} or its Path form
 * @param batchInput {@code BatchInput}: what each batch has beside its items
 */
public record ItemBatcher(
    Optional<Setting<Long>> maxItems,
    Optional<Setting<Long>> maxInputBytes,
    Optional<Expr> batchInput) {

  /** What the fields read of the data. */
  Stream<Read> reads() {
    return Stream.concat(
        Stream.of(maxItems, maxInputBytes)
            .flatMap(Optional::stream)
            .flatMap(max -> max.reads(ValueKind.NUMBER)),
        batchInput.stream().flatMap(expr -> expr.reads(ValueKind.ANY)));
  }
}
