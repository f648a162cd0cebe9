package io.stepunit.internal.report;

import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.sweep.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is noted of a test, or of a container of tests, while it runs. */
public final class TestRecording {
  private final Supplier<TestId> identity;
  private final @Nullable TestRecording parent;
  private final Optional<String> page;
  private final boolean contracts;
  private final Optional<Rerun> rerun;
  private final List<RecordedWorld> worlds = new ArrayList<>();
  private final List<RecordedRun> runs = new ArrayList<>();
  private final List<FurtherRecord> further = new ArrayList<>();
  private Optional<String> generatedBy = Optional.empty();
  private Optional<Shard> part = Optional.empty();
  private @Nullable TestId id;
  private boolean ended;

  /**
   * @param identity tells which test it is, if somebody asks
   * @param parent the container that the test is in, null for the root
   * @param page where the report will be, as messages name it
   * @param contracts whether contracts are to be made of what mocks assume
   */
  TestRecording(
      Supplier<TestId> identity,
      @Nullable TestRecording parent,
      Optional<String> page,
      boolean contracts) {
    this(identity, parent, page, contracts, Optional.empty());
  }

  /**
   * @param rerun which of several runs of the test it is; empty if it is run once
   */
  TestRecording(
      Supplier<TestId> identity,
      @Nullable TestRecording parent,
      Optional<String> page,
      boolean contracts,
      Optional<Rerun> rerun) {
    this.identity = identity;
    this.parent = parent;
    this.page = page;
    this.contracts = contracts;
    this.rerun = rerun;
  }

  /** Whether contracts are to be made of what mocks assume. */
  public boolean makesContracts() {
    return contracts;
  }

  /** The definition that a machine gets which is registered with this one. */
  public CompiledDefinition definitionFor(CompiledDefinition asked) {
    return rerun.map(run -> run.definitions().apply(asked)).orElse(asked);
  }

  /** Which of several runs of the test in this JVM it is; empty if it is run once. */
  public Optional<Rerun> rerun() {
    return rerun;
  }

  /** What the test shares with other runs of it in this JVM; empty if it is run once. */
  public Optional<SharedValues> shared() {
    return rerun.map(Rerun::shared);
  }

  /** Which test it is. Of most containers, and of tests without environments, nobody asks. */
  public synchronized TestId id() {
    TestId known = id;
    if (known == null) {
      TestId whole = identity.get();
      known =
          part.map(
                  of ->
                      new TestId(
                          whole.uniqueId() + "/[part:" + of.number() + "-of-" + of.count() + "]",
                          whole.key() + "p" + of.number()))
              .orElse(whole);
      id = known;
    }
    return known;
  }

  /** An environment was made. */
  public synchronized void add(RecordedWorld world) {
    if (!ended) {
      worlds.add(world);
    }
  }

  /** Has something written with the test's own records. */
  synchronized void add(FurtherRecord record) {
    if (!ended) {
      further.add(record);
    }
  }

  /** Whether there is anything to write of it, as of a container. */
  boolean isEmpty() {
    List<RecordedRun> started = runs();
    synchronized (this) {
      return started.isEmpty() && further.isEmpty();
    }
  }

  synchronized List<FurtherRecord> further() {
    return List.copyOf(further);
  }

  /** The container that it is in. */
  Optional<TestRecording> container() {
    return Optional.ofNullable(parent);
  }

  /**
   * The test is one of many that were generated from one method.
   *
   * @param by what made it: {@code FAULT_MATRIX}, {@code INTERLEAVINGS} or {@code PATHS}
   */
  public synchronized void generatedBy(String by) {
    generatedBy = Optional.of(by);
  }

  /**
   * The same for a test of a part that one of several jobs runs: each job numbers its tests from 1,
   * and their records are to stand side by side.
   */
  public synchronized void generatedBy(String by, Shard job) {
    generatedBy(by);
    part = Optional.of(job).filter(shard -> !shard.isWhole());
    id = null;
  }

  /** Whether it is one of many that were generated from one method. */
  synchronized boolean isGenerated() {
    return generatedBy.isPresent();
  }

  /** The environments of the test, those of the containers around it first. */
  private List<RecordedWorld> around() {
    List<RecordedWorld> all = new ArrayList<>();
    if (parent != null) {
      all.addAll(parent.around());
    }
    synchronized (this) {
      all.addAll(worlds);
    }
    return all;
  }

  /** The executions that the test has started so far, numbered in the order of their start. */
  List<RecordedRun> runs() {
    return runs(around());
  }

  private List<RecordedRun> runs(List<RecordedWorld> all) {
    synchronized (this) {
      for (RecordedWorld world : all) {
        for (ExecutionRun run : world.unclaimed()) {
          runs.add(new RecordedRun(world, run, id().key() + "-" + (runs.size() + 1)));
        }
      }
      return List.copyOf(runs);
    }
  }

  /** The address of an execution in the report, which keeps it from now on. */
  Optional<String> linkTo(ExecutionRecord execution) {
    return page.flatMap(
        html ->
            runs().stream()
                .filter(run -> run.isOf(execution))
                .findFirst()
                .map(run -> html + "#/execution/" + run.linked().id()));
  }

  /** Whether the test, or a container around it, has made an environment. */
  boolean hasWorld() {
    synchronized (this) {
      if (!worlds.isEmpty()) {
        return true;
      }
    }
    return parent != null && parent.hasWorld();
  }

  /** The test has ended: nothing more of it is noted. */
  EndedTest end(TestResult result) {
    List<RecordedWorld> all = around();
    List<RecordedRun> started = runs(all);
    long mockCalls = 0;
    List<MockedCalls.Call> mocked = new ArrayList<>();
    for (RecordedWorld world : all) {
      mockCalls += world.unclaimedAnswers();
      mocked.addAll(world.unclaimedMocked());
    }
    synchronized (this) {
      EndedTest test =
          new EndedTest(
              id(),
              result,
              generatedBy,
              worlds.stream().map(RecordedWorld::environment).toList(),
              started,
              mockCalls,
              mocked,
              further());
      close();
      return test;
    }
  }

  /** Its own environments; nothing more of it is noted. */
  synchronized List<RecordedWorld> closedWorlds() {
    List<RecordedWorld> own = List.copyOf(worlds);
    close();
    return own;
  }

  /** Nothing more of it is noted. */
  private void close() {
    ended = true;
    worlds.clear();
    runs.clear();
    further.clear();
  }
}
