package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.engine.state.Effect;
import io.stepunit.internal.engine.state.MapItem;
import io.stepunit.internal.engine.state.Outcome;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.time.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the branches of a Parallel or the iterations of a Map and joins them. */
final class Join implements Forked, BranchEnd {
  private final Visit visit;
  private final Effect.Fork fork;
  private final boolean isMap;
  private final @Nullable Branch[] branches;
  private final @Nullable JsonNode[] outputs;

  /** Those that a redrive resumes, as they were cut off. */
  private final @Nullable Branch[] cutOff;

  private final JoinedSizes sizes = new JoinedSizes();

  private int started;
  private int succeeded;
  private long startedEventId;
  private long lastJoinedEventId;
  private boolean open = true;

  Join(Visit visit, Effect.Fork fork) {
    this.visit = visit;
    this.fork = fork;
    this.isMap = visit.state().type() == StateType.MAP;
    this.branches = new Branch[fork.count()];
    this.outputs = new JsonNode[fork.count()];
    this.cutOff = new Branch[fork.count()];
  }

  @Override
  public Join rest(Visit redriven) {
    Join rest = new Join(redriven, fork);
    rest.startedEventId = startedEventId;
    rest.lastJoinedEventId = lastJoinedEventId;
    for (int i = 0; i < outputs.length; i++) {
      rest.outputs[i] = outputs[i];
      rest.succeeded += outputs[i] == null ? 0 : 1;
      rest.cutOff[i] = unfinished(i);
    }
    return rest;
  }

  /** The branch or iteration that had begun and had not succeeded, null if there is none. */
  private @Nullable Branch unfinished(int index) {
    Branch branch = branches[index] == null ? cutOff[index] : branches[index];
    return outputs[index] == null && branch != null && branch.stop() != null ? branch : null;
  }

  @Override
  public void requireRedrivable() {
    for (int i = 0; i < outputs.length; i++) {
      Branch branch = unfinished(i);
      if (branch != null) {
        Objects.requireNonNull(branch.stop()).requireRedrivable();
      }
    }
  }

  @Override
  public boolean isDone() {
    for (JsonNode output : outputs) {
      if (output == null) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void start() {
    if (startedEventId == 0) {
      startedEventId = recordStart();
      lastJoinedEventId = startedEventId;
    }
    if (fork.refusal().isPresent()) {
      open = false;
      visit.evaluationFailed(fork.refusal().get());
    } else if (fork.count() == 0) {
      complete();
    } else {
      int atOnce = Math.min(atOnce(), fork.count() - succeeded);
      for (int i = 0; i < atOnce && open; i++) {
        startNext(startedEventId);
      }
    }
  }

  private long recordStart() {
    Branch around = visit.branch();
    return isMap
        ? around.record(
            EventType.MAP_STATE_STARTED,
            new EventDetails.MapStateStarted(fork.count()),
            visit.ref())
        : around.record(EventType.PARALLEL_STATE_STARTED, EventDetails.None.INSTANCE, visit.ref());
  }

  /** What AWS runs at once of an inline Map, whatever its MaxConcurrency says. */
  private int atOnce() {
    int service = visit.engine().settings().limits().inlineConcurrency();
    return isMap ? Math.min(fork.limit(), service) : fork.limit();
  }

  /** Whether one is left that has not been started; those that a redrive finds done are not. */
  private boolean isOneLeft() {
    while (started < fork.count() && outputs[started] != null) {
      started++;
    }
    return started < fork.count();
  }

  private void startNext(long previousEventId) {
    if (!isOneLeft()) {
      return;
    }
    int index = started++;
    Branch former = cutOff[index];
    if (former == null) {
      begin(index, previousEventId);
    } else {
      Branch again = former.again(this);
      branches[index] = again;
      again.resume(Objects.requireNonNull(former.stop()));
    }
  }

  private void begin(int index, long previousEventId) {
    try {
      Effect.BranchStart start = fork.branch().apply(index);
      Branch around = visit.branch();
      if (isSelected(start, index) && !visit.acceptsInput(start.input(), previousEventId)) {
        return;
      }
      MapItem item = start.mapItem() == null ? around.mapItem() : start.mapItem();
      VisitRef.Around place = new VisitRef.Around(visit.ref(), index);
      Branch branch =
          new Branch(around.run(), start.graph(), this, place, item, around.variables());
      branches[index] = branch;
      long entered = previousEventId;
      if (isMap) {
        entered = recordIteration(EventType.MAP_ITERATION_STARTED, previousEventId, index);
      }
      branch.start(start.input(), entered);
    } catch (EvaluationException e) {
      visit.branch().continueFrom(previousEventId);
      visit.evaluationFailed(e);
    }
  }

  /** Whether the input was made up for this branch or iteration; an item is part of the input. */
  private static boolean isSelected(Effect.BranchStart start, int index) {
    MapItem item = start.mapItem();
    return item == null ? index == 0 : start.input() != item.value();
  }

  private long recordIteration(EventType type, long previousEventId, int index) {
    return visit
        .branch()
        .run()
        .record(
            type,
            previousEventId,
            new EventDetails.MapIteration(visit.state().name(), index),
            visit.ref());
  }

  @Override
  public void succeeded(Branch branch, JsonNode output) {
    outputs[indexOf(branch)] = output;
    sizes.add(branch.sizes().known(output));
    if (isMap && succeeded + 1 < fork.count()) {
      // As measured: the end of an iteration and the start of a queued one stand side by side.
      joined(branch);
    } else {
      laterIfOpen(branch, () -> joined(branch));
    }
  }

  private static int indexOf(Branch branch) {
    return Objects.requireNonNull(branch.around()).index();
  }

  private void joined(Branch branch) {
    succeeded++;
    long last = branch.lastEventId();
    long joinedEventId = last;
    if (isMap) {
      int index = indexOf(branch);
      joinedEventId = recordIteration(EventType.MAP_ITERATION_SUCCEEDED, last, index);
      branches[index] = null;
    }
    lastJoinedEventId = Math.max(lastJoinedEventId, joinedEventId);
    if (isOneLeft()) {
      startNext(last);
    } else if (succeeded == fork.count()) {
      complete();
    }
  }

  private void complete() {
    open = false;
    Branch around = visit.branch();
    around.continueFrom(lastJoinedEventId);
    EventType type = isMap ? EventType.MAP_STATE_SUCCEEDED : EventType.PARALLEL_STATE_SUCCEEDED;
    long succeededEventId = around.recordBeside(type, EventDetails.None.INSTANCE, visit.ref());
    ArrayNode results = Json.NODES.arrayNode(outputs.length);
    for (JsonNode output : outputs) {
      results.add(output);
    }
    around.sizes().joined(sizes.of(results));
    visit.joined(new Outcome.Result(results), succeededEventId);
  }

  @Override
  public void failed(Branch branch, StatesError error) {
    long failureEventId = branch.lastEventId();
    laterIfOpen(branch, () -> failAll(branch, error, failureEventId));
  }

  private void failAll(Branch failed, StatesError error, long failureEventId) {
    abortAll(failed, failureEventId);
    visit.branch().continueFrom(failureEventId);
    visit.failed(error);
  }

  /** What a branch's end means here waits until all that happens at this instant has happened. */
  private void laterIfOpen(Branch ended, Runnable action) {
    Engine engine = visit.engine();
    engine
        .scheduler()
        .scheduleNow(
            Phase.JOIN,
            ended,
            visit
                .branch()
                .guarded(
                    () -> {
                      if (open) {
                        action.run();
                      }
                    }));
  }

  @Override
  public void abort(long failureEventId) {
    abortAll(null, failureEventId);
  }

  /** Cuts off what is still going, in order. */
  private void abortAll(@Nullable Branch failed, long failureEventId) {
    open = false;
    for (int i = 0; i < started; i++) {
      Branch branch = branches[i];
      if (branch != null && branch.isOpen()) {
        if (isMap) {
          EventType type =
              branch == failed ? EventType.MAP_ITERATION_FAILED : EventType.MAP_ITERATION_ABORTED;
          recordIteration(type, failureEventId, i);
        }
        branch.abort(failureEventId);
      }
    }
  }

  @Override
  public void close() {
    open = false;
    for (Branch branch : branches) {
      if (branch != null) {
        branch.close();
      }
    }
  }

  @Override
  public List<String> waitsFor() {
    List<String> waiting = new ArrayList<>();
    for (Branch branch : branches) {
      if (branch != null) {
        waiting.addAll(branch.waitsFor());
      }
    }
    return waiting;
  }
}
