package com.example.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A workflow that somebody else published, read from a folder outside of this project. A test that
 * asks for one is skipped where the folder is not there.
 *
 * @param name what the machine is called
 * @param definition JSON, as its author wrote it but for placeholders that were filled in
 */
record PublishedWorkflow(String name, String definition) {
  private static final String FOLDER = "stepunit.definitions";

  /**
   * Reads a workflow.
   *
   * @param id the record in the folder, {@code <source>/<slug>}
   */
  static PublishedWorkflow of(String name, String id) {
    Path folder = folder();
    assumeTrue(
        Files.isDirectory(folder),
        () ->
            "No published workflows at %s. Give their folder by -D%s=DIR."
                .formatted(folder, FOLDER));
    JsonNode definition = read(folder.resolve(id + ".json")).path("definition");
    assertThat(definition.isObject()).as("the record %s has a definition", id).isTrue();
    return new PublishedWorkflow(name, definition.toString());
  }

  /** Fills in {@code ${placeholder}} wherever it stands, as a deployment does. */
  PublishedWorkflow with(String placeholder, String value) {
    String marked = "${" + placeholder + "}";
    assertThat(definition).contains(marked);
    return new PublishedWorkflow(name, definition.replace(marked, value));
  }

  /** Fills in several placeholders. */
  PublishedWorkflow with(Map<String, String> values) {
    PublishedWorkflow filled = this;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.with(value.getKey(), value.getValue());
    }
    return filled;
  }

  /** Registers the workflow in an environment. */
  TestStateMachine in(StepFunctionsEnvironment environment) {
    return environment.define(name, definition);
  }

  private static JsonNode read(Path record) {
    try {
      return new ObjectMapper().readTree(Files.readString(record));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Beside the checkout unless it is given; a relative one starts at the checkout. */
  private static Path folder() {
    String given = System.getProperty(FOLDER, "../shared/definitions");
    return checkout().resolve(given).normalize();
  }

  private static Path checkout() {
    Path at = Path.of("").toAbsolutePath();
    while (at.getParent() != null && !Files.isDirectory(at.resolve("sample-projects"))) {
      at = at.getParent();
    }
    return at;
  }
}
