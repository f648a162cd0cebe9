package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.recording.HistoryFile;
import io.stepunit.internal.recording.RecordedCase;
import io.stepunit.internal.recording.RecordedTasks;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.recording.RecordingException;
import io.stepunit.recording.Replay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An execution recorded on AWS, which can be replayed.
 *
 * <p>A recording is what {@code aws stepfunctions get-execution-history --execution-arn …} prints,
 * all pages of it. It tells the input, what each attempt of each Task returned, failed with or
 * timed out by, and every event; so the machine can be run again without any further mock, and what
 * it does can be compared event by event.
 *
 * <pre>{@code
 * Replay replay = Recording.ofHistory(Path.of("failed-execution.json")).replay(order);
 * System.out.println(replay.comparison().report());
 * }</pre>
 *
 * <p>Run against a changed definition, the report tells from which event on things would now go
 * differently. Branches that run at the same time are compared one by one, along the chain of
 * {@code previousEventId}: how they interleaved does not count. Times and task tokens are not
 * compared; ids that AWS made up, such as those of Map Runs, only need to be the same ones
 * throughout.
 *
 * @since 0.1.0
 */
public final class Recording {
  private final RecordedCase recorded;

  Recording(RecordedCase recorded) {
    this.recorded = recorded;
  }

  /**
   * Reads a history.
   *
   * @param file the JSON that the AWS CLI printed: {@code {"events": […]}}
   * @throws RecordingException if the file is missing or holds no history
   */
  public static Recording ofHistory(Path file) {
    Objects.requireNonNull(file, "file");
    return ofHistory(file.getFileName().toString(), text(file));
  }

  /**
   * Reads a history.
   *
   * @param name what messages call it
   * @param historyJson the JSON that the AWS CLI printed: {@code {"events": […]}}
   * @throws RecordingException if the text is no history
   */
  public static Recording ofHistory(String name, String historyJson) {
    Objects.requireNonNull(historyJson, "historyJson");
    Objects.requireNonNull(name, "name");
    return new Recording(HistoryFile.read(name, historyJson));
  }

  /** Returns the name of the recording in messages. */
  public String name() {
    return recorded.name();
  }

  /** Returns a copy of the recorded execution's input. */
  public JsonNode input() {
    return recorded.input().deepCopy();
  }

  /**
   * The settings of an environment like that of the recording, as far as known: its account and
   * region, and virtual time that starts when the recorded execution did. Nothing is said of mocks
   * that stay unused, as a replay asks none.
   */
  public EnvironmentBuilder environment() {
    EnvironmentBuilder environment = StepFunctionsEnvironment.builder().lenient();
    recorded.account().ifPresent(environment::account);
    recorded.region().ifPresent(environment::region);
    recorded.startedAt().ifPresent(environment::startTime);
    return environment;
  }

  /**
   * Replays the recording with a machine, in the machine's environment. The machine's own mocks are
   * asked only for what no history tells: the Tasks in child executions of a Distributed Map. Its
   * items are read from the environment's buckets.
   *
   * @return the execution and how it compares with the recording; it never fails for a difference
   */
  public Replay replay(TestStateMachine machine) {
    Objects.requireNonNull(machine, "machine");
    return new Replayer(recorded).run(machine);
  }

  /**
   * Replays the recording with a definition, in a new {@link #environment}.
   *
   * @param definition ASL, JSON or YAML
   */
  public Replay replay(String definition) {
    return replay(environment().build().define("recorded", definition, recorded.type()));
  }

  /**
   * What answers Tasks as recorded.
   *
   * @param others answers what the recording does not tell
   */
  TaskDispatcher tasks(CompiledDefinition definition, TaskDispatcher others) {
    return new RecordedTasks(recorded, definition, others).or(others);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new RecordingException(
          "The recording " + file.toAbsolutePath() + " cannot be read: " + e, e);
    }
  }
}
