package com.example.published;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.load.DefinitionSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A workflow that somebody else published, read from a folder outside of this project as its author
 * wrote it. A test that asks for one is skipped where the folder is not there.
 *
 * @param name what the machine is called
 * @param source the definition, and what its placeholders stand for
 */
record PublishedWorkflow(String name, DefinitionSource source) {
  private static final String FOLDER = "stepunit.definitions";

  /**
   * Finds a workflow.
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
    Path record = folder.resolve(id + ".json");
    return new PublishedWorkflow(
        name, DefinitionSource.file(record.resolveSibling(rawNameIn(record))));
  }

  /** Says what a placeholder stands for, as a deployment does. */
  PublishedWorkflow with(String placeholder, Object value) {
    return new PublishedWorkflow(name, source.value(placeholder, value));
  }

  /** Registers the workflow in an environment. */
  TestStateMachine in(StepFunctionsEnvironment environment) {
    return environment.register(name, source.load().definition());
  }

  private static String rawNameIn(Path record) {
    try {
      return new ObjectMapper().readTree(Files.readString(record)).path("raw").asText();
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
