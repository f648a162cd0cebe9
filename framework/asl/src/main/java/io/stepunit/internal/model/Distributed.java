package io.stepunit.internal.model;

import io.stepunit.asl.SourceLocation;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.jsonata.StatesVariables;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a Map state in distributed mode has beside the fields of any Map; "Distributed mode" in the
 * AWS Step Functions Developer Guide.
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

  private static final List<String> FIELDS =
      List.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");

  /**
   * {@code ProcessorConfig} where it asks for distributed mode.
   *
   * @param location where it stands
   */
  record Mode(WorkflowType executionType, SourceLocation location) {}

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

  /** Reads the fields, if the Map is in distributed mode or has fields of that mode only. */
  static Optional<Distributed> read(Fields fields, Optional<Mode> mode) {
    Optional<ItemReader> reader =
        fields
            .optional("ItemReader")
            .map(node -> ItemReader.read(fields.of(node, "an ItemReader")));
    Optional<ItemBatcher> batcher =
        fields
            .optional("ItemBatcher")
            .map(node -> ItemBatcher.read(fields.of(node, "an ItemBatcher")));
    Optional<ResultWriter> writer =
        fields
            .optional("ResultWriter")
            .map(node -> ResultWriter.read(fields.of(node, "a ResultWriter")));
    Optional<String> label = fields.text("Label");
    return mode.or(() -> impliedMode(fields))
        .map(m -> new Distributed(m.executionType(), reader, batcher, writer, label, m.location()));
  }

  private static Optional<Mode> impliedMode(Fields fields) {
    return FIELDS.stream()
        .flatMap(name -> fields.optional(name).stream())
        .map(field -> new Mode(WorkflowType.STANDARD, field.location()))
        .findFirst();
  }

  /** {@code Parameters} or {@code Arguments}, by the state's query language. */
  static Optional<Expr> arguments(Fields fields) {
    return payload(fields, fields.isJsonata() ? "Arguments" : "Parameters");
  }

  /** A field that holds a payload template or a value with expressions. */
  static Optional<Expr> payload(Fields fields, String name) {
    return fields.isJsonata()
        ? Jsonata.optional(fields, name, StatesVariables.INPUT_AND_CONTEXT)
        : Compile.template(fields, name);
  }
}
