package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.coverage.HitMeter;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.DefinitionText;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The definitions that the records name, each written once. */
final class DefinitionRecords {
  private static final int ID_LENGTH = 16;

  /** Tests that load their definition anew, each its own, must not fill the memory. */
  private static final int REMEMBERED = 100;

  private final ProjectSources sources;
  private final Map<CompiledDefinition, Known> known = new IdentityHashMap<>();
  private final Set<String> written = new HashSet<>();
  private final Map<String, String> files = new HashMap<>();

  DefinitionRecords(ProjectSources sources) {
    this.sources = sources;
  }

  /**
   * A definition that records may name.
   *
   * @param asl the whole definition
   * @param meter counts what tests reach of it
   */
  record Known(String id, JsonNode asl, HitMeter meter) {}

  /** A definition, which is written if it is not yet. */
  Known known(CompiledDefinition definition, WorkflowType type, RecordFile file)
      throws IOException {
    Known found = known(definition);
    if (written.add(found.id())) {
      DefinitionText text = text(definition, found.asl());
      file.add("definition", json -> write(json, found, definition, type, text));
    }
    return found;
  }

  /** What was written last has not come into the file: each definition is written once more. */
  void discarded() {
    written.clear();
  }

  /** The id of a definition, written or not. */
  String idOf(CompiledDefinition definition) {
    return known(definition).id();
  }

  /** The path of a definition in its project, or what it was loaded as. */
  String fileOf(CompiledDefinition definition) {
    Known found = known(definition);
    return files.computeIfAbsent(found.id(), id -> sources.file(text(definition, found.asl())));
  }

  private Known known(CompiledDefinition definition) {
    Known before = known.get(definition);
    if (before != null) {
      return before;
    }
    JsonNode asl = definition.source();
    Known found = new Known(id(text(definition, asl), asl), asl, new HitMeter());
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(definition, found);
    return found;
  }

  private static DefinitionText text(CompiledDefinition definition, JsonNode asl) {
    return definition
        .text()
        .orElseGet(
            () ->
                new DefinitionText(
                    definition.location().file(), Json.pretty(asl), Optional.empty()));
  }

  private static String id(DefinitionText text, JsonNode asl) {
    return Digest.hex(
            String.join(
                "\n", text.file(), text.machine().orElse(""), text.content(), Json.text(asl)))
        .substring(0, ID_LENGTH);
  }

  private void write(
      JsonGenerator json,
      Known found,
      CompiledDefinition definition,
      WorkflowType type,
      DefinitionText text)
      throws IOException {
    json.writeStringField("id", found.id());
    json.writeStringField("name", ProjectSources.name(text.file()));
    json.writeStringField("file", sources.file(text));
    if (text.machine().isPresent()) {
      json.writeStringField("machine", text.machine().get());
    }
    json.writeStringField("type", type.name());
    json.writeStringField("text", text.content());
    json.writeFieldName("asl");
    json.writeTree(found.asl());
    json.writeObjectFieldStart("lines");
    for (Map.Entry<String, DefinitionLines.Lines> lines :
        DefinitionLines.of(definition, text).entrySet()) {
      json.writeArrayFieldStart(lines.getKey());
      json.writeNumber(lines.getValue().first());
      json.writeNumber(lines.getValue().last());
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
