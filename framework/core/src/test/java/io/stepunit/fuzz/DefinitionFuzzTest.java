package io.stepunit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.DefinitionNotFoundException;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.recording.RecordingsFolder;
import io.stepunit.load.DefinitionLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a document is, loading it ends, and in nothing but a definition or a documented error.
 * {@code -Dstepunit.fuzz.documents=200000} makes the run a long one, {@code -Dstepunit.fuzz.seed}
 * another one; {@code docs/conformance.md} has the command.
 */
class DefinitionFuzzTest {
  private static final int DOCUMENTS = Integer.getInteger("stepunit.fuzz.documents", 1_500);
  private static final long SEED = Long.getLong("stepunit.fuzz.seed", 20_261_121L);

  /** Half of what a thread has by default: what recurses with the input shows. */
  private static final long STACK = 512 * 1024;

  private static final int REPORTED = 20;

  private final List<String> failures = new ArrayList<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private long slowest;
  private int slowestDocument;

  @Test
  @Timeout(value = 4, unit = TimeUnit.HOURS)
  void damaged_documents_end_in_documented_errors() throws Exception {
    List<String> seeds = Seeds.all();
    Thread thread = new Thread(null, () -> tryAll(seeds), "fuzz", STACK);
    thread.start();
    thread.join();

    System.out.printf(
        "%,d damaged documents from %,d seeds, first seed %d: %s; the slowest, %d, took %,d ms%n",
        DOCUMENTS, seeds.size(), SEED, outcomes, slowestDocument, slowest / 1_000_000);
    assertThat(failures).isEmpty();
    assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(DOCUMENTS);
  }

  private void tryAll(List<String> seeds) {
    for (int i = 0; i < DOCUMENTS && failures.size() < REPORTED; i++) {
      String name = name(i);
      String document = new Mutator(seeds, SEED + i).document();
      long start = System.nanoTime();
      outcomes.merge(outcome(i, name, document), 1, Integer::sum);
      long took = System.nanoTime() - start;
      if (took > slowest) {
        slowest = took;
        slowestDocument = i;
      }
    }
  }

  private static String name(int i) {
    return switch (i % 3) {
      case 0 -> "a.json";
      case 1 -> "a.yaml";
      default -> "a";
    };
  }

  private String outcome(int number, String name, String document) {
    try {
      WorkflowType type = number % 2 == 0 ? WorkflowType.STANDARD : WorkflowType.EXPRESS;
      List<Diagnostic> problems = DefinitionLoader.validate(name, document, type);
      boolean refused = problems.stream().anyMatch(Diagnostic::isError);
      problems.forEach(problem -> assertThat(problem.toString()).isNotBlank());
      boolean loads = loads(name, document);
      assertThat(loads)
          .as("loads, with %s", problems)
          .isEqualTo(!refused || loads && type == WorkflowType.EXPRESS);
      return refused ? "refused" : "accepted";
    } catch (InvalidDefinitionException | DefinitionNotFoundException e) {
      return e.getClass().getSimpleName();
    } catch (Throwable e) {
      failures.add(kept(number, name, document, e));
      return "FAILED";
    }
  }

  private static boolean loads(String name, String document) {
    try {
      return DefinitionLoader.fromText(name, document) != null;
    } catch (InvalidDefinitionException e) {
      return false;
    }
  }

  /** Keeps the document beside the reports, so that it can become a test of its own. */
  private static String kept(int number, String name, String document, Throwable problem) {
    StackTraceElement[] stack = problem.getStackTrace();
    String where = stack.length == 0 ? "" : " at " + stack[0];
    try {
      Path folder = RecordingsFolder.checkout().resolve("framework/target/fuzz");
      Files.createDirectories(folder);
      Path file = folder.resolve(number + "-" + name);
      Files.writeString(file, document);
      return file + ": " + problem + where;
    } catch (IOException e) {
      return number + ": " + problem + where + "; it could not be kept: " + e;
    }
  }
}
