package io.stepunit.internal.model.read;

import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.model.Distributed;
import io.stepunit.internal.model.ItemBatcher;
import io.stepunit.internal.model.ItemReader;
import io.stepunit.internal.model.ReaderConfig;
import io.stepunit.internal.model.ReaderConfig.InputType;
import io.stepunit.internal.model.ReaderConfig.ManifestType;
import io.stepunit.internal.model.ResultWriter;
import io.stepunit.internal.model.ResultWriter.Transformation;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a Map has in distributed mode only.
 *
 * @param fields the Map's fields
 */
record DistributedReader(Fields fields) {
  private static final List<String> FIELDS =
      List.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");
  private static final long MOST_ITEMS = 100_000_000;
  private static final long MOST_BYTES = 262_144;

  private record Format(boolean lines, Optional<Transformation> transformation) {}

  /** Reads the fields, if the Map is in distributed mode or has fields of that mode only. */
  Optional<Distributed> read(Optional<MapReader.Mode> mode) {
    Optional<ItemReader> reader =
        fields.optional("ItemReader").map(node -> itemReader(fields.of(node, "an ItemReader")));
    Optional<ItemBatcher> batcher =
        fields.optional("ItemBatcher").map(node -> batcher(fields.of(node, "an ItemBatcher")));
    Optional<ResultWriter> writer =
        fields.optional("ResultWriter").map(node -> writer(fields.of(node, "a ResultWriter")));
    Optional<String> label = fields.text("Label");
    return mode.or(this::impliedMode)
        .map(m -> new Distributed(m.executionType(), reader, batcher, writer, label, m.location()));
  }

  private Optional<MapReader.Mode> impliedMode() {
    return FIELDS.stream()
        .flatMap(name -> fields.optional(name).stream())
        .map(field -> new MapReader.Mode(WorkflowType.STANDARD, field.location()))
        .findFirst();
  }

  private static ItemReader itemReader(Fields reader) {
    ItemReader read =
        new ItemReader(
            reader.requiredText("Resource"),
            arguments(reader, false),
            reader
                .optional("ReaderConfig")
                .map(node -> readerConfig(reader.of(node, "a ReaderConfig")))
                .orElseGet(() -> ReaderConfig.none(reader.location())));
    reader.done();
    return read;
  }

  private static Optional<Expr> arguments(Fields fields, boolean required) {
    LanguageFields language = fields.ofLanguage();
    return required || fields.hasAny("Parameters", "Arguments")
        ? language.requiredArguments()
        : language.arguments();
  }

  private static ReaderConfig readerConfig(Fields config) {
    Optional<InputType> type = config.word("InputType", InputType.class);
    boolean flattens =
        config
            .word("Transformation", "NONE", "LOAD_AND_FLATTEN")
            .filter("LOAD_AND_FLATTEN"::equals)
            .isPresent();
    Optional<ManifestType> manifest = config.word("ManifestType", ManifestType.class);
    char delimiter =
        config
            .word("CSVDelimiter", "COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB")
            .map(DistributedReader::delimiter)
            .orElse(',');
    boolean given =
        config.word("CSVHeaderLocation", "FIRST_ROW", "GIVEN").filter("GIVEN"::equals).isPresent();
    List<String> headers = config.optionalItems("CSVHeaders").stream().map(config::textOf).toList();
    ReaderConfig read =
        new ReaderConfig(
            type,
            flattens,
            manifest,
            delimiter,
            given ? Optional.of(headers) : Optional.empty(),
            config.text("ItemsPointer"),
            new SettingFields(config).integer("MaxItems", 0, MOST_ITEMS),
            config.location());
    config.done();
    return read;
  }

  private static char delimiter(String word) {
    return switch (word) {
      case "PIPE" -> '|';
      case "SEMICOLON" -> ';';
      case "SPACE" -> ' ';
      case "TAB" -> '\t';
      default -> ',';
    };
  }

  private static ItemBatcher batcher(Fields batcher) {
    SettingFields settings = new SettingFields(batcher);
    ItemBatcher read =
        new ItemBatcher(
            settings.integer("MaxItemsPerBatch", 0, Integer.MAX_VALUE),
            settings.integer("MaxInputBytesPerBatch", 0, MOST_BYTES),
            batcher.ofLanguage().payload("BatchInput"));
    batcher.done();
    return read;
  }

  private static ResultWriter writer(Fields writer) {
    Optional<String> resource = writer.text("Resource");
    Optional<Expr> arguments = arguments(writer, resource.isPresent());
    Format format =
        writer
            .optional("WriterConfig")
            .map(node -> format(writer.of(node, "a WriterConfig")))
            .orElseGet(() -> new Format(false, Optional.empty()));
    writer.done();
    return new ResultWriter(
        resource,
        arguments,
        format.lines(),
        format.transformation(),
        writer.object().fields().isEmpty());
  }

  private static Format format(Fields config) {
    boolean lines = config.word("OutputType", "JSON", "JSONL").filter("JSONL"::equals).isPresent();
    Optional<Transformation> transformation = config.word("Transformation", Transformation.class);
    config.done();
    return new Format(lines, transformation);
  }
}
