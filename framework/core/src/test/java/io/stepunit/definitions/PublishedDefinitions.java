package io.stepunit.definitions;

import static org.junit.jupiter.api.Assertions.fail;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.recording.RecordingsFolder;
import io.stepunit.load.DefinitionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** The published definitions that can be loaded, for tests that run each of them. */
final class PublishedDefinitions {
  private PublishedDefinitions() {}

  /** A test of each; where their folder is not there, none, unless it has to be. */
  static Stream<DynamicTest> testEach(Consumer<DefinitionRecord> test) throws IOException {
    RecordingsFolder folder = RecordingsFolder.configured("stepunit.definitions", "definitions");
    if (!folder.isPresent()) {
      if (folder.required()) {
        fail(folder.absence());
      }
      Assumptions.abort(folder.absence());
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder.path())) {
      files = all.filter(DefinitionRecord::isRecord).filter(Files::isRegularFile).sorted().toList();
    }
    return files.stream()
        .map(DefinitionRecord::read)
        .filter(record -> machine(record).isPresent())
        .map(
            record ->
                DynamicTest.dynamicTest(
                    record.file().getFileName().toString(), () -> test.accept(record)));
  }

  /** A machine of its own; empty if the definition does not load. */
  static Optional<TestStateMachine> machine(DefinitionRecord record) {
    if (!record.hasDefinition()) {
      return Optional.empty();
    }
    try {
      DefinitionSource source =
          DefinitionSource.json("published", record.json().path("definition"));
      return Optional.of(StepFunctionsEnvironment.create().load(source));
    } catch (InvalidDefinitionException e) {
      return Optional.empty();
    }
  }
}
