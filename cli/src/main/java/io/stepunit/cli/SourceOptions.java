package io.stepunit.cli;

import io.stepunit.load.DefinitionSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which machine of a file is meant, and what placeholders stand for. */
final class SourceOptions {
  @Option(
      names = "--id",
      paramLabel = "ID",
      defaultValue = "",
      description = "Which machine of a template: its logical id, key, address or construct path.")
  private String id = "";

  @Option(
      names = "--value",
      paramLabel = "NAME=VALUE",
      description = "The value of a placeholder, such as Stage=test. May be repeated.")
  private Map<String, String> values = new LinkedHashMap<>();

  boolean saysMachine() {
    return !id.isEmpty();
  }

  Optional<String> id() {
    return saysMachine() ? Optional.of(id) : Optional.empty();
  }

  Map<String, String> values() {
    return values;
  }

  DefinitionSource source(Path file) {
    DefinitionSource source = DefinitionSource.file(file).values(values);
    return saysMachine() ? source.id(id) : source;
  }
}
