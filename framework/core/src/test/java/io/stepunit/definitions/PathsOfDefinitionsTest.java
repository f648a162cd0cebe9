package io.stepunit.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recording.RecordingsFolder;
import io.stepunit.path.MachinePaths;
import io.stepunit.path.PathCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
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
  /** In percent of the paths that there are to find; the whole folder gives 4.5. */
  private static final int MISSING = 5;

  private final SortedMap<String, MachinePaths> found = new TreeMap<>();
  private int machines;
  private int paths;
  private int missing;
  private int behind;

  @TestFactory
  Stream<DynamicTest> each_path_goes_the_way_that_it_announces() throws IOException {
    return PublishedDefinitions.testEach(this::takes);
  }

  private void takes(DefinitionRecord record) {
    MachinePaths all = PublishedDefinitions.machine(record).orElseThrow().paths();

    machines++;
    paths += all.cases().size();
    missing += all.missing().size();
    behind += all.missing().stream().mapToInt(each -> each.behind().size()).sum();
    found.put(record.file().getFileName().toString(), all);
    assertThat(all.cases()).extracting(PathCase::name).doesNotHaveDuplicates();
    for (PathCase path : all.cases()) {
      Execution run = path.run(PublishedDefinitions.machine(record).orElseThrow());
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
