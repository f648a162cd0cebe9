package io.stepunit.model;

import io.stepunit.expression.Expr;
import io.stepunit.expression.jsonata.StatesVariables;
import java.util.List;
import java.util.Optional;

/**
 * What a Map state in distributed mode has beside the fields of any Map; "Distributed mode" in the
 * AWS Step Functions Developer Guide.
 *
 * @param itemReader {@code ItemReader}
 * @param batched whether there is an {@code ItemBatcher}
 * @param exportsResults whether the {@code ResultWriter} names a resource, so that the Map's result
 *     tells where the results were written
 * @param location where the definition asks for distributed mode
 */
public record Distributed(
    Optional<ItemReader> itemReader,
    boolean batched,
    boolean exportsResults,
    SourceLocation location) {

  private static final List<String> FIELDS =
      List.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");

  /**
   * {@code ItemReader}: where the items come from instead of the state's input.
   *
   * @param resource {@code Resource}
   * @param arguments {@code Parameters} or {@code Arguments}
   * @param itemsPointer {@code ReaderConfig.ItemsPointer}, a JSON pointer to the array
   */
  public record ItemReader(
      String resource, Optional<Expr> arguments, Optional<String> itemsPointer) {}

  /**
   * Reads the fields, if the Map is in distributed mode.
   *
   * @param mode where the ItemProcessor says {@code DISTRIBUTED}
   */
  static Optional<Distributed> read(Fields fields, Optional<SourceLocation> mode) {
    Optional<ItemReader> reader =
        fields.optional("ItemReader").map(node -> readReader(fields.of(node, "an ItemReader")));
    Optional<LocatedNode> batcher = fields.optional("ItemBatcher");
    batcher.ifPresent(node -> readBatcher(fields.of(node, "an ItemBatcher")));
    boolean exports =
        fields
            .optional("ResultWriter")
            .map(node -> readWriter(fields.of(node, "a ResultWriter")))
            .orElse(false);
    fields.text("Label");
    return mode.or(() -> firstField(fields))
        .map(location -> new Distributed(reader, batcher.isPresent(), exports, location));
  }

  private static Optional<SourceLocation> firstField(Fields fields) {
    return FIELDS.stream()
        .flatMap(name -> fields.optional(name).stream())
        .map(LocatedNode::location)
        .findFirst();
  }

  private static ItemReader readReader(Fields reader) {
    ItemReader read =
        new ItemReader(
            reader.requiredText("Resource"),
            arguments(reader),
            reader
                .optional("ReaderConfig")
                .flatMap(node -> readConfig(reader.of(node, "a ReaderConfig"))));
    reader.done();
    return read;
  }

  private static Optional<String> readConfig(Fields config) {
    config.word("InputType", "CSV", "JSON", "JSONL", "PARQUET", "MANIFEST");
    config.word("Transformation", "NONE", "LOAD_AND_FLATTEN");
    config.word("ManifestType", "ATHENA_DATA", "S3_INVENTORY");
    config.word("CSVDelimiter", "COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB");
    config.word("CSVHeaderLocation", "FIRST_ROW", "GIVEN");
    config.optionalItems("CSVHeaders").forEach(config::textOf);
    Settings.integer(config, "MaxItems", 0, 100_000_000);
    Optional<String> pointer = config.text("ItemsPointer");
    config.done();
    return pointer;
  }

  private static void readBatcher(Fields batcher) {
    Settings.integer(batcher, "MaxItemsPerBatch", 0, Integer.MAX_VALUE);
    Settings.integer(batcher, "MaxInputBytesPerBatch", 0, 262_144);
    payload(batcher, "BatchInput");
    batcher.done();
  }

  private static boolean readWriter(Fields writer) {
    boolean exports = writer.text("Resource").isPresent();
    arguments(writer);
    writer
        .optional("WriterConfig")
        .ifPresent(node -> readFormat(writer.of(node, "a WriterConfig")));
    writer.done();
    return exports;
  }

  private static void readFormat(Fields config) {
    config.word("OutputType", "JSON", "JSONL");
    config.word("Transformation", "NONE", "COMPACT", "FLATTEN");
    config.done();
  }

  private static Optional<Expr> arguments(Fields fields) {
    return payload(fields, fields.isJsonata() ? "Arguments" : "Parameters");
  }

  private static Optional<Expr> payload(Fields fields, String name) {
    return fields.isJsonata()
        ? Jsonata.optional(fields, name, StatesVariables.INPUT_AND_CONTEXT)
        : Compile.template(fields, name);
  }
}
