package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The records of one run: a file for each JVM that takes part. A new run removes those of the one
 * before.
 */
public final class RunFolder {
  private static final String RECORDS = ".jsonl";

  /** Of the records: it grows when readers of the one before cannot read them. */
  private static final int VERSION = 2;

  /** JVMs of one build follow each other faster than builds do. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final Path folder;

  /**
   * @param folder the folder of the report
   */
  public RunFolder(Path folder) {
    this.folder = folder;
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** Does something while no other JVM does. */
  <T> T locked(Action<T> action) throws IOException {
    // A lock is the JVM's: its threads have to wait for each other by themselves.
    synchronized (RunFolder.class) {
      Files.createDirectories(data());
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        return action.run();
      }
    }
  }

  /** What is done under the lock. */
  @FunctionalInterface
  interface Action<T> {
    T run() throws IOException;
  }

  /** Begins the file of a JVM, in the present run if it belongs to that, or in a new one. */
  RecordFile join(RunFacts facts, String module) throws IOException {
    return locked(
        () -> {
          Optional<Begun> present = present().filter(run -> run.includes(facts));
          if (present.isEmpty()) {
            clear();
          }
          String run =
              present.map(Begun::run).orElseGet(() -> facts.startedAt() + "-" + facts.starter());
          return begin(run, facts, module);
        });
  }

  private RecordFile begin(String run, RunFacts facts, String module) throws IOException {
    String fork =
        IntStream.iterate(1, number -> number + 1)
            .mapToObj(number -> "fork-" + number)
            .filter(name -> Files.notExists(file(name)))
            .findFirst()
            .orElseThrow();
    RecordFile records = new RecordFile(new AppendedFile(file(fork)));
    records.add(
        "run",
        json -> {
          json.writeNumberField("version", VERSION);
          json.writeStringField("run", run);
          json.writeStringField("module", module);
          json.writeStringField("fork", fork);
          json.writeStringField("startedAt", facts.startedAt().toString());
          json.writeStringField("stepunit", facts.stepunit());
          json.writeStringField("java", facts.java());
          json.writeStringField("starter", facts.starter());
          json.writeArrayFieldStart("classes");
          for (String each : facts.classes()) {
            json.writeString(each);
          }
          json.writeEndArray();
        });
    records.flush();
    return records;
  }

  private Path file(String fork) {
    return data().resolve(fork + RECORDS);
  }

  private void clear() throws IOException {
    for (Path file : all()) {
      Files.deleteIfExists(file);
    }
  }

  private List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(data())) {
      return files.filter(file -> file.toString().endsWith(RECORDS)).sorted().toList();
    }
  }

  private Optional<Begun> present() throws IOException {
    List<Begun> all = new ArrayList<>();
    for (Path file : all()) {
      begun(file).ifPresent(all::add);
    }
    return all.stream()
        .max(Comparator.comparing(Begun::startedAt))
        .map(
            last ->
                last.with(all.stream().filter(other -> last.run().equals(other.run())).toList()));
  }

  private static Optional<Begun> begun(Path file) throws IOException {
    Instant written = Files.getLastModifiedTime(file).toInstant();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String line = reader.readLine();
      return line == null ? Optional.empty() : Optional.of(Begun.of(Json.parse(line), written));
    } catch (JsonTextException e) {
      return Optional.empty();
    }
  }

  /** A run that has begun, as the first line of a file tells it. */
  private record Begun(
      String run, String starter, String startedAt, List<String> classes, Instant written) {
    static Begun of(JsonNode line, Instant written) {
      List<String> classes = new ArrayList<>();
      line.path("classes").forEach(each -> classes.add(each.asText()));
      return new Begun(
          line.path("run").asText(),
          line.path("starter").asText(),
          line.path("startedAt").asText(),
          classes,
          written);
    }

    /** All that the files of the run tell together. */
    Begun with(List<Begun> files) {
      return new Begun(
          run,
          starter,
          startedAt,
          files.stream().flatMap(file -> file.classes().stream()).toList(),
          files.stream().map(Begun::written).max(Comparator.naturalOrder()).orElse(written));
    }

    /**
     * Whether a JVM that starts now takes part in the run. Maven runs a failing test again, and
     * integration tests long after the others; a daemon outlives its builds.
     */
    boolean includes(RunFacts facts) {
      if (facts.tool() == RunFacts.Tool.OTHER || !starter.equals(facts.starter())) {
        return false;
      }
      boolean soon = Duration.between(written, facts.startedAt()).compareTo(PAUSE) <= 0;
      boolean again = classes.stream().anyMatch(facts.classes()::contains);
      return facts.tool() == RunFacts.Tool.MAVEN ? soon || !again : soon && !again;
    }
  }
}
