package io.stepunit.internal.engine.maprun;

import io.stepunit.history.ChildRetention;
import io.stepunit.history.MapRunStatus;
import io.stepunit.internal.bucket.Buckets;
import io.stepunit.internal.engine.limit.Redrives;
import io.stepunit.internal.engine.maprun.ChildInputs.ChildInput;
import io.stepunit.internal.engine.maprun.KeptChildren.Child;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.MapThresholds;
import io.stepunit.internal.history.MapRunDescription;
import io.stepunit.internal.history.MapRunRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The progress of a Map Run, over all its redrives. */
final class MapRunProgress {
  private final MapRunPlan plan;
  private final MapRunIdentity identity;
  private final Instant startedAt;
  private final MapRunTally items = new MapRunTally();
  private final MapRunTally executions = new MapRunTally();
  private final MapRunResults results;
  private final KeptChildren kept;
  private final Redrives redrives = new Redrives();

  private MapThresholds thresholds;
  private MapRunStatus status = MapRunStatus.RUNNING;
  private @Nullable Instant stoppedAt;
  private int childrenMade;

  MapRunProgress(
      MapRunPlan plan,
      MapRunIdentity identity,
      Instant startedAt,
      Buckets buckets,
      ChildRetention retention,
      int payloadLimit) {
    this.plan = plan;
    this.thresholds = plan.thresholds();
    this.identity = identity;
    this.startedAt = startedAt;
    this.results = MapRunResults.of(plan, buckets, identity.id(), payloadLimit);
    this.kept = new KeptChildren(retention);
  }

  /** The items were counted; a redriven Map Run knows them. */
  void counted(Backlog.Size size) {
    if (items.total() == 0) {
      items.expect(size.items());
      executions.expect(size.children());
    }
  }

  void started(ChildInput input) {
    items.started(input.items());
    executions.started(1);
    childrenMade++;
  }

  /** A child is about to run again. */
  void restarted(Child child) {
    items.redriven(child.input().items());
    executions.redriven(1);
    child.run().awaitRedrive(false);
  }

  void runs(ChildInput input, ChildRun child) {
    kept.started(input, child);
  }

  /** A child has ended; tells whether it is kept. */
  boolean ended(ChildInput input, ChildRun child) {
    items.ended(child.status(), input.items());
    executions.ended(child.status(), 1);
    results.add(input.index(), child);
    return kept.ended(input, child);
  }

  /** A child that was to be redriven is not after all. */
  void leftOver(Child child) {
    items.leftOver(child.run().status(), child.input().items());
    executions.leftOver(child.run().status(), 1);
    child.run().awaitRedrive(false);
    results.add(child.input().index(), child.run());
  }

  boolean isFailureTolerated() {
    return !thresholds.isExceededBy(items.unsuccessful(), items.total());
  }

  /**
   * Checks that all children without success were kept.
   *
   * @throws IllegalStateException if they were not
   */
  void requireRedrivable() {
    List<Child> unsuccessful = kept.unsuccessful();
    if (unsuccessful.size() < executions.unsuccessful()) {
      throw new IllegalStateException(
          """
          The Map Run of '%s' (%s) cannot be redriven: of its %s child executions without success \
          it kept %s. StepFunctionsEnvironment.builder().keepingChildren(ChildRetention.failed()) \
          keeps all of them.\
          """
              .formatted(
                  identity.state(),
                  identity.location(),
                  executions.unsuccessful(),
                  unsuccessful.size()));
    }
    for (Child child : unsuccessful) {
      if (child.run().whyNotRedrivable().isEmpty()) {
        child.run().requireRedrivable();
      }
    }
  }

  /** Counts a redrive of the Map Run. */
  void redriven(Instant now) {
    status = MapRunStatus.RUNNING;
    stoppedAt = null;
    redrives.next(now);
  }

  /** Those without success that are to run again. */
  List<Child> takeUpUnsuccessful() {
    List<Child> unsuccessful = kept.unsuccessful();
    results.redriven(unsuccessful.stream().map(Child::input).toList());
    List<Child> toRedrive = new ArrayList<>();
    int itemsLeft = 0;
    int executionsLeft = 0;
    for (Child child : unsuccessful) {
      if (child.run().whyNotRedrivable().isEmpty()) {
        items.awaitRedrive(child.run().status(), child.input().items());
        executions.awaitRedrive(child.run().status(), 1);
        child.run().awaitRedrive(true);
        toRedrive.add(child);
      } else {
        results.add(child.input().index(), child.run());
        itemsLeft += child.input().items();
        executionsLeft++;
      }
    }
    items.notRedrivable(itemsLeft);
    executions.notRedrivable(executionsLeft);
    return toRedrive;
  }

  void failed() {
    status = MapRunStatus.FAILED;
  }

  void ended(MapRunStatus reached, Instant now) {
    status = reached;
    stoppedAt = now;
  }

  boolean hasSucceeded() {
    return status == MapRunStatus.SUCCEEDED;
  }

  /** How many children may run at once and how many may fail: the plan's, until an update. */
  MapThresholds thresholds() {
    return thresholds;
  }

  void update(MapThresholds changed) {
    thresholds = changed;
  }

  MapRunPlan plan() {
    return plan;
  }

  MapRunIdentity identity() {
    return identity;
  }

  MapRunResults results() {
    return results;
  }

  int redriveCount() {
    return redrives.count();
  }

  /** How many child executions there were so far. */
  int childrenMade() {
    return childrenMade;
  }

  /** The Map Run as it stands. */
  MapRunRecord snapshot() {
    long concurrency = thresholds.maxConcurrency();
    return new MapRunRecord(
        new MapRunDescription(
            identity.state(),
            identity.arn(),
            identity.executionArn(),
            identity.childMachineArn(),
            status,
            startedAt,
            Optional.ofNullable(stoppedAt),
            concurrency == 0 ? Integer.MAX_VALUE : (int) concurrency,
            thresholds.toleratedFailureCount().orElse(0L),
            thresholds.toleratedFailurePercentage().orElse(0.0),
            items.counts(stoppedAt != null),
            executions.counts(stoppedAt != null),
            redrives.count(),
            redrives.last()),
        kept.snapshots());
  }
}
