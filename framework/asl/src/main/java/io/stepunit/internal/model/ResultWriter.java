package io.stepunit.internal.model;

import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code ResultWriter}: where and how the results of a Distributed Map are written.
 *
 * @param resource {@code Resource}: {@code arn:aws:states:::s3:putObject} to write them to a
 *     bucket; empty to hand them on
 * @param arguments {@code Parameters} or {@code Arguments}
 * @param lines whether {@code WriterConfig.OutputType} is {@code JSONL} and not {@code JSON}
 * @param transformation {@code WriterConfig.Transformation}
 * @param isEmpty whether it has no field at all: AWS accepts that, and fails when the Map runs
 */
public record ResultWriter(
    Optional<String> resource,
    Optional<Expr> arguments,
    boolean lines,
    Optional<Transformation> transformation,
    boolean isEmpty) {

  /** {@code Transformation}. */
  public enum Transformation {
    /** Each output with the description of its execution. */
    NONE,
    /** Each output alone. */
    COMPACT,
    /** Each output alone, the items of those that are arrays. */
    FLATTEN
  }

  /** What the fields read of the data. */
  Stream<Read> reads() {
    return arguments.stream().flatMap(expr -> expr.reads(ValueKind.ANY));
  }
}
