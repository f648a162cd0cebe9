package io.stepunit.internal.model;

import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code ItemReader}: where the items of a Distributed Map come from instead of the state's input.
 *
 * @param resource {@code Resource}: {@code arn:aws:states:::s3:getObject} or {@code
 *     arn:aws:states:::s3:listObjectsV2}
 * @param arguments {@code Parameters} or {@code Arguments}
 * @param config {@code ReaderConfig}
 */
public record ItemReader(String resource, Optional<Expr> arguments, ReaderConfig config) {
  /** Whether the reader lists objects instead of reading one. */
  public boolean lists() {
    return resource.endsWith(":s3:listObjectsV2");
  }

  /** {@code ReaderConfig.ItemsPointer}, a JSON pointer to the array. */
  public Optional<String> itemsPointer() {
    return config.itemsPointer();
  }

  /** What the fields read of the data. */
  Stream<Read> reads() {
    return Stream.concat(
        arguments.stream().flatMap(expr -> expr.reads(ValueKind.ANY)),
        config.maxItems().stream().flatMap(max -> max.reads(ValueKind.NUMBER)));
  }
}
