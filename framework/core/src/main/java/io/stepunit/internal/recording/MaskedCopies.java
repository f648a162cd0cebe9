package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.RecordingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Writes copies of exported files into a new folder. */
final class MaskedCopies {
  private final Path folder;
  private int written;

  /**
   * @throws RecordingException if the folder has anything in it
   */
  MaskedCopies(Path folder) throws IOException {
    this.folder = folder;
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> there = Files.list(folder)) {
      if (there.findAny().isPresent()) {
        throw new RecordingException(
            "Masked copies are written into a new folder, but "
                + folder.toAbsolutePath()
                + " has files in it.");
      }
    }
  }

  int written() {
    return written;
  }

  Copy of(String name) {
    return new Copy(name.replaceFirst("\\.gz$", ""));
  }

  /** The copy of one file. */
  final class Copy {
    private final String name;
    private final StringBuilder pages = new StringBuilder();
    private final StringBuilder records = new StringBuilder();

    private Copy(String name) {
      this.name = name;
    }

    void page(JsonNode page) {
      pages.append(Json.pretty(page)).append('\n');
    }

    void logRecord(JsonNode logRecord) {
      records.append(Json.text(logRecord)).append('\n');
    }

    void write() throws IOException {
      write(pages, ".json");
      write(records, ".jsonl");
    }

    private void write(StringBuilder text, String ending) throws IOException {
      if (text.length() == 0) {
        return;
      }
      String stem = name.replaceFirst("\\.(json|jsonl|ndjson|log|txt)$", "");
      Path file = folder.resolve(stem + ending);
      for (int number = 2; Files.exists(file); number++) {
        file = folder.resolve(stem + "-" + number + ending);
      }
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text, StandardCharsets.UTF_8);
      written++;
    }
  }
}
