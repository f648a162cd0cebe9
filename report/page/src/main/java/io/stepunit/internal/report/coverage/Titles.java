package io.stepunit.internal.report.coverage;

import io.stepunit.internal.report.data.DefinitionRecord;
import java.util.List;
import java.util.function.Function;

/** What the definitions of one report are called, so that no two are called the same. */
final class Titles {
  private static final int SHORT_ID = 8;

  private final List<DefinitionRecord> definitions;

  private Titles(List<DefinitionRecord> definitions) {
    this.definitions = definitions;
  }

  static Titles of(List<DefinitionRecord> definitions) {
    return new Titles(definitions);
  }

  String of(DefinitionRecord definition) {
    List<Function<DefinitionRecord, String>> names =
        List.of(DefinitionRecord::title, DefinitionRecord::titleWithFile);
    return names.stream()
        .filter(name -> isOnly(definition, name))
        .findFirst()
        .map(name -> name.apply(definition))
        .orElseGet(() -> definition.title() + " " + shortId(definition));
  }

  private boolean isOnly(DefinitionRecord definition, Function<DefinitionRecord, String> name) {
    return definitions.stream()
            .filter(other -> name.apply(other).equals(name.apply(definition)))
            .count()
        == 1;
  }

  private static String shortId(DefinitionRecord definition) {
    return definition.id().substring(0, Math.min(SHORT_ID, definition.id().length()));
  }
}
