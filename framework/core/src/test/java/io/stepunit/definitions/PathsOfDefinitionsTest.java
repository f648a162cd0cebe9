package io.stepunit.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recording.RecordingsFolder;
import io.stepunit.load.DefinitionSource;
import io.stepunit.path.MachinePaths;
import io.stepunit.path.PathCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Takes the paths of every definition of {@link RealDefinitionsTest} that can be loaded: each goes
 * the way that it announces, in a machine that knows nothing but its mocks. What no path takes is
 * in {@code target/definitions/paths.json}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathsOfDefinitionsTest {
  /** In percent of the paths that there are to find; the whole folder gives 12.3. */
  private static final int MISSING = 13;

  private final SortedMap<String, MachinePaths> found = new TreeMap<>();
  private int machines;
  private int paths;
  private int missing;
  private int behind;

  @TestFactory
  Stream<DynamicTest> each_path_goes_the_way_that_it_announces() throws IOException {
    RecordingsFolder folder = RecordingsFolder.configured("stepunit.definitions", "definitions");
    if (!folder.isPresent()) {
      if (folder.required()) {
        fail(folder.absence());
      }
      Assumptions.abort(folder.absence());
    }
    List<Path> records;
    try (Stream<Path> files = Files.walk(folder.path())) {
      records =
          files.filter(DefinitionRecord::isRecord).filter(Files::isRegularFile).sorted().toList();
    }
    return records.stream()
        .flatMap(
            record ->
                definition(record).stream()
                    .map(
                        definition ->
                            DynamicTest.dynamicTest(
                                record.getFileName().toString(), () -> takes(record, definition))));
  }

  private static Optional<JsonNode> definition(Path record) {
    try {
      return Optional.of(Json.parseData(Files.readString(record)).path("definition"))
          .filter(JsonNode::isObject);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<TestStateMachine> machine(JsonNode definition) {
    try {
      return Optional.of(
          StepFunctionsEnvironment.create().load(DefinitionSource.json("published", definition)));
    } catch (InvalidDefinitionException e) {
      return Optional.empty();
    }
  }

  private void takes(Path record, JsonNode definition) {
    Optional<TestStateMachine> machine = machine(definition);
    Assumptions.assumeTrue(machine.isPresent(), "does not load");
    MachinePaths all = machine.get().paths();

    machines++;
    paths += all.cases().size();
    missing += all.missing().size();
    behind += all.missing().stream().mapToInt(each -> each.behind().size()).sum();
    found.put(record.getFileName().toString(), all);
    assertThat(all.cases()).extracting(PathCase::name).doesNotHaveDuplicates();
    for (PathCase path : all.cases()) {
      Execution run = path.run(machine(definition).orElseThrow());
      assertThat(run.path()).isEqualTo(path.states());
      assertThat(run.status()).isEqualTo(path.status());
    }
  }

  @AfterAll
  void write_the_summary() throws IOException {
    if (machines > 0) {
      ObjectNode summary =
          Json.NODES
              .objectNode()
              .put("machines", machines)
              .put("paths", paths)
              .put("missing", missing)
              .put("behind", behind);
      ObjectNode each = summary.putObject("definitions");
      found.forEach(
          (name, all) -> {
            ObjectNode one = each.putObject(name);
            all.cases().forEach(path -> one.withArray("paths").add(path.name()));
            all.missing().forEach(it -> one.withArray("missing").add(it.toString()));
          });
      Path file = RecordingsFolder.checkout().resolve("framework/target/definitions/paths.json");
      Files.createDirectories(file.getParent());
      Files.writeString(file, Json.pretty(summary) + "\n");
      assertThat(missing * 100 / (paths + missing))
          .as("percent of the paths of published definitions that are not found")
          .isLessThanOrEqualTo(MISSING);
    }
  }
}
