package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One file of the corpus. */
record CorpusCase(Path file, String id, String kind, String group, JsonNode json) {
  static CorpusCase read(Path file) {
    try {
      JsonNode json = Json.parse(CaseFile.withPartition(Files.readString(file)));
      String id = json.path("id").asText(file.toString());
      return new CorpusCase(file, id, json.path("kind").asText(), Verdict.groupOf(file), json);
    } catch (IOException e) {
      throw new RecordingException("The recording " + file + " cannot be read: " + e, e);
    }
  }

  /** The cases of a folder. */
  static List<CorpusCase> allIn(RecordingsFolder folder) {
    return folder.jsonFiles().stream().map(CorpusCase::read).toList();
  }
}
