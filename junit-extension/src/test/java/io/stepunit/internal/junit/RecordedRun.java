package io.stepunit.internal.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Classes that are run as a build runs them, and what was recorded. */
record RecordedRun(List<JsonNode> records) {
  /**
   * Runs classes.
   *
   * @param report what {@code stepunit.report} is set to
   * @param folder where the records are to be
   */
  static RecordedRun of(String report, Path folder, Class<?>... classes) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Stream.of(classes).map(each -> selectClass(each)).toList())
            .configurationParameter(PlanRecording.PARAMETER, report)
            .build();
    LauncherFactory.create().execute(request);
    return read(folder);
  }

  /** Runs classes whose records go to a folder. */
  static RecordedRun of(Path folder, Class<?>... classes) {
    return of(folder.toString(), folder, classes);
  }

  /** The records in a folder, file by file. */
  static RecordedRun read(Path folder) {
    if (!Files.isDirectory(folder.resolve("data"))) {
      return new RecordedRun(List.of());
    }
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      return new RecordedRun(files.sorted().flatMap(RecordedRun::lines).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> lines(Path file) {
    try {
      // Zeros follow what a killed JVM has written.
      return Files.readString(file)
          .replace("\0", "")
          .lines()
          .map(Json::parse)
          .map(RecordedValues::put);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonNode> of(String kind) {
    return records.stream().filter(each -> each.path("kind").asText().equals(kind)).toList();
  }

  /** The one record of a kind. */
  JsonNode only(String kind) {
    List<JsonNode> all = of(kind);
    if (all.size() != 1) {
      throw new AssertionError("%s records of %s in %s".formatted(all.size(), kind, records));
    }
    return all.get(0);
  }

  List<String> testNames() {
    return of("test").stream().map(test -> test.path("name").asText()).toList();
  }
}
