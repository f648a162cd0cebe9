package io.stepunit;

import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.budget.ExceededBudgetError;
import io.stepunit.internal.budget.Interrupts;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.recording.RecordedCase;
import io.stepunit.internal.recording.RecordedFiles;
import io.stepunit.internal.recording.RecordedFiles.Finds;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.sweep.Shard;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.mock.UnmockedTaskError;
import io.stepunit.recording.Masking;
import io.stepunit.recording.ReplayReport;
import io.stepunit.recording.ReplayedExecution;
import io.stepunit.recording.UnreplayedRecording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Executions recorded on AWS, to be replayed through a definition that is to go into production:
 * would they go the same way?
 *
 * <pre>{@code
 * ReplayReport report = Replays.of(Path.of("histories")).through(order);
 * assertThat(report).goesTheSameWay();
 * }</pre>
 *
 * <p>The files are what {@code aws stepfunctions get-execution-history} printed, one history or
 * several in a file, and log records of CloudWatch Logs, in which the records of many executions
 * are mixed: one JSON value a line, or what {@code aws logs filter-log-events} printed. Files may
 * be compressed by gzip. Immutable.
 *
 * @see Recording for a single execution
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Replays {
  private final RecordedFiles files;
  private final Shard shard;
  private final Consumer<ReplayedExecution> observer;

  private Replays(RecordedFiles files, Shard shard, Consumer<ReplayedExecution> observer) {
    this.files = files;
    this.shard = shard;
    this.observer = observer;
  }

  /**
   * The executions in a folder.
   *
   * @param folder a folder, with folders in it at any depth, or a single file
   * @throws io.stepunit.recording.RecordingException if there is none, or no file in it
   */
  public static Replays of(Path folder) {
    Objects.requireNonNull(folder, "folder");
    return new Replays(RecordedFiles.in(folder), Shard.WHOLE, execution -> {});
  }

  /**
   * A part of the executions, for one of several jobs that share the work. {@link ReplayReport#and}
   * joins their reports.
   *
   * <pre>{@code
   * Replays.of(folder).part(3, 8).through(order)
   * }</pre>
   *
   * @param number which part, from 1
   * @param count how many parts there are
   * @throws IllegalArgumentException if there is no such part
   */
  public Replays part(int number, int count) {
    return new Replays(files, new Shard(number, count), observer);
  }

  /**
   * Masks data as the files are read: no masked value comes into the report.
   *
   * <p>Masks keep length and kind, but not the value: an execution whose Choice compares a masked
   * field with a constant goes another way.
   */
  public Replays maskedBy(Masking masking) {
    Objects.requireNonNull(masking, "masking");
    return new Replays(files.maskedBy(masking), shard, observer);
  }

  /**
   * Writes copies of all files, masked, to be kept and shared: histories as JSON, log records one a
   * line. What could not be read is left out.
   *
   * <pre>{@code
   * Replays.of(folder).maskedBy(masking).copyTo(Path.of("src/test/resources/histories"));
   * }</pre>
   *
   * @param folder a new folder
   * @return how many files were written
   * @throws io.stepunit.recording.RecordingException if the folder has anything in it, or cannot be
   *     written
   */
  public int copyTo(Path folder) {
    Objects.requireNonNull(folder, "folder");
    return files.copyTo(folder);
  }

  /** Also tells somebody of each execution as soon as it is replayed: long work can be watched. */
  public Replays observedBy(Consumer<ReplayedExecution> each) {
    Objects.requireNonNull(each, "each");
    return new Replays(files, shard, observer.andThen(each));
  }

  /**
   * Replays all of them with a machine's definition, as executions of the machine's type. Where the
   * definition asks for a result that was not recorded, because a Task is new or is called more
   * often, the machine's mocks answer. Objects in the machine's environment can be read.
   *
   * <p>Each execution takes place in an environment of its own, in its account and region and at
   * its time: none is left in the machine's environment, and none counts for coverage.
   */
  public ReplayReport through(TestStateMachine machine) {
    Objects.requireNonNull(machine, "machine");
    MockRegistry mocks = MockRegistry.of(machine.mocks());
    Simulation outside = machine.simulation();
    return through(
        machine.definition(),
        Optional.of(machine.type()),
        request -> outside.alone(() -> mocks.dispatch(request)),
        environment ->
            environment.simulation().engine().buckets().copyAll(outside.engine().buckets()));
  }

  /**
   * Replays all of them with a definition.
   *
   * @param definition ASL, JSON or YAML
   * @throws io.stepunit.asl.InvalidDefinitionException if it is no definition; tells each place
   */
  public ReplayReport through(String definition) {
    Objects.requireNonNull(definition, "definition");
    return through(
        DefinitionLoader.fromText("definition", definition, DefinitionLoader.projectSettings()));
  }

  /** Replays all of them with a definition, each as an execution of the type that it had. */
  public ReplayReport through(StateMachineDefinition definition) {
    Objects.requireNonNull(definition, "definition");
    return through(definition, Optional.empty(), Replays::unmocked, environment -> {});
  }

  private static AttemptReply unmocked(AttemptRequest request) {
    throw new UnmockedTaskError(
        "definition", request.state(), "Nothing answers the Task '" + request.state() + "'.");
  }

  private ReplayReport through(
      StateMachineDefinition definition,
      Optional<WorkflowType> type,
      TaskDispatcher mocks,
      Consumer<StepFunctionsEnvironment> world) {
    Run run = new Run(definition, type, mocks, world);
    files.read(run);
    return new ReplayReport(run.executions, run.unreplayed);
  }

  /** Replays each execution as it is found. */
  private final class Run implements Finds {
    private final StateMachineDefinition definition;
    private final Optional<WorkflowType> type;
    private final TaskDispatcher mocks;
    private final Consumer<StepFunctionsEnvironment> world;
    private final List<ReplayedExecution> executions = new ArrayList<>();
    private final List<UnreplayedRecording> unreplayed = new ArrayList<>();
    private long found;

    Run(
        StateMachineDefinition definition,
        Optional<WorkflowType> type,
        TaskDispatcher mocks,
        Consumer<StepFunctionsEnvironment> world) {
      this.definition = definition;
      this.type = type;
      this.mocks = mocks;
      this.world = world;
    }

    @Override
    public void execution(RecordedCase execution) {
      if (!shard.has(found++)) {
        return;
      }
      Interrupts.check();
      try {
        ReplayedExecution replayed = replay(execution);
        executions.add(replayed);
        observer.accept(replayed);
      } catch (UnmockedTaskError e) {
        unreplayed.add(new UnreplayedRecording(execution.name(), childTask(e)));
      } catch (ExceededBudgetError e) {
        unreplayed.add(
            new UnreplayedRecording(execution.name(), "It does not end: " + e.getMessage()));
      }
    }

    /** The history of a Map Run's parent tells nothing of its children. */
    private String childTask(UnmockedTaskError e) {
      return "The Task '"
          + e.state()
          + "' is called in child executions of a Distributed Map, of which the history does not"
          + " tell: replay through a TestStateMachine that mocks it.";
    }

    @Override
    public void unread(String name, String reason) {
      if (shard.has(found++)) {
        unreplayed.add(new UnreplayedRecording(name, reason));
      }
    }

    private ReplayedExecution replay(RecordedCase execution) {
      StepFunctionsEnvironment environment =
          new Recording(execution).environment().apartFromTest().build();
      world.accept(environment);
      TestStateMachine machine =
          environment.register("recorded", definition, type.orElse(execution.type()));
      return new Replayer(execution).verdict(machine, mocks);
    }
  }
}
