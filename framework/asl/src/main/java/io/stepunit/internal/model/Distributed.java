package io.stepunit.internal.model;

import io.stepunit.asl.SourceLocation;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.expression.Read;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The fields that only a Map in distributed mode has; "Distributed mode" in the AWS Step Functions
 * Developer Guide.
 *
 * @param executionType {@code ProcessorConfig.ExecutionType}: how the child executions run
 * @param itemReader {@code ItemReader}
 * @param itemBatcher {@code ItemBatcher}
 * @param resultWriter {@code ResultWriter}
 * @param label {@code Label}: what names the child executions; AWS makes one up where there is none
 * @param location where the definition asks for distributed mode
 */
public record Distributed(
    WorkflowType executionType,
    Optional<ItemReader> itemReader,
    Optional<ItemBatcher> itemBatcher,
    Optional<ResultWriter> resultWriter,
    Optional<String> label,
    SourceLocation location) {

  /**
   * Whether the {@code ResultWriter} names a resource, so that the Map's result tells where the
   * results were written.
   */
  public boolean exportsResults() {
    return resultWriter.filter(writer -> writer.resource().isPresent()).isPresent();
  }

  /** What the fields read of the data. */
  Stream<Read> reads() {
    return Stream.of(
            itemReader.stream().flatMap(ItemReader::reads),
            itemBatcher.stream().flatMap(ItemBatcher::reads),
            resultWriter.stream().flatMap(ResultWriter::reads))
        .flatMap(Function.identity());
  }
}
