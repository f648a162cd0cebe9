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
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.time.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The branches of a Parallel or the iterations of a Map, from their start to their joining. */
final class Join implements Forked {
  private final Visit visit;
  private final Effect.Fork fork;
  private final boolean isMap;
  private final @Nullable Strand[] strands;
  private final @Nullable JsonNode[] outputs;
  private final @Nullable StopPoint[] stops;

  private int started;
  private int succeeded;
  private long lastJoinedEventId;
  private boolean open = true;

  Join(Visit visit, Effect.Fork fork) {
    this.visit = visit;
    this.fork = fork;
    this.isMap = visit.state().type() == StateType.MAP;
    this.strands = new Strand[fork.count()];
    this.outputs = new JsonNode[fork.count()];
    this.stops = new StopPoint[fork.count()];
  }

  @Override
  public Join rest(Visit redriven) {
    Join rest = new Join(redriven, fork);
    for (int i = 0; i < outputs.length; i++) {
      Strand strand = strands[i];
      rest.outputs[i] = outputs[i];
      rest.succeeded += outputs[i] == null ? 0 : 1;
      rest.stops[i] = strand == null ? stops[i] : strand.stop();
    }
    return rest;
  }

  @Override
  public void requireRedrivable() {
    for (int i = 0; i < outputs.length; i++) {
      Strand strand = strands[i];
      StopPoint stop = strand == null ? stops[i] : strand.stop();
      if (outputs[i] == null && stop != null) {
        stop.requireRedrivable();
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
    Strand around = visit.strand();
    lastJoinedEventId =
        isMap
            ? around.record(
                EventType.MAP_STATE_STARTED,
                new EventDetails.MapStateStarted(fork.count()),
                visit.ref())
            : around.record(
                EventType.PARALLEL_STATE_STARTED, EventDetails.None.INSTANCE, visit.ref());
    if (fork.refusal().isPresent()) {
      open = false;
      visit.evaluationFailed(fork.refusal().get());
    } else if (fork.count() == 0) {
      complete();
    } else {
      long startedEventId = lastJoinedEventId;
      int atOnce = Math.min(atOnce(), fork.count() - succeeded);
      for (int i = 0; i < atOnce && open; i++) {
        startNext(startedEventId);
      }
    }
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
    try {
      Effect.Branch branch = fork.branch().apply(index);
      Strand around = visit.strand();
      if (isSelected(branch, index) && !visit.acceptsInput(branch.input(), previousEventId)) {
        return;
      }
      MapItem item = branch.mapItem() == null ? around.mapItem() : branch.mapItem();
      Strand strand =
          new Strand(around.run(), branch.graph(), this, index, item, around.variables());
      strands[index] = strand;
      long entered = previousEventId;
      if (isMap) {
        entered = recordIteration(EventType.MAP_ITERATION_STARTED, previousEventId, index);
      }
      StopPoint stop = stops[index];
      if (stop == null) {
        strand.start(branch.input(), entered);
      } else {
        strand.resume(stop, entered);
      }
    } catch (EvaluationException e) {
      visit.strand().continueFrom(previousEventId);
      visit.evaluationFailed(e);
    }
  }

  /** Whether the input was made up for this branch or iteration; an item is part of the input. */
  private static boolean isSelected(Effect.Branch branch, int index) {
    MapItem item = branch.mapItem();
    return item == null ? index == 0 : branch.input() != item.value();
  }

  private long recordIteration(EventType type, long previousEventId, int index) {
    return visit
        .strand()
        .run()
        .record(
            type,
            previousEventId,
            new EventDetails.MapIteration(visit.state().name(), index),
            visit.ref());
  }

  /** A line has come to its end. */
  void succeeded(Strand strand, JsonNode output) {
    outputs[strand.index()] = output;
    laterIfOpen(strand, () -> joined(strand));
  }

  private void joined(Strand strand) {
    succeeded++;
    long last = strand.lastEventId();
    long joinedEventId = last;
    if (isMap) {
      joinedEventId = recordIteration(EventType.MAP_ITERATION_SUCCEEDED, last, strand.index());
      strands[strand.index()] = null;
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
    Strand around = visit.strand();
    around.continueFrom(lastJoinedEventId);
    EventType type = isMap ? EventType.MAP_STATE_SUCCEEDED : EventType.PARALLEL_STATE_SUCCEEDED;
    long succeededEventId = around.recordBeside(type, EventDetails.None.INSTANCE, visit.ref());
    ArrayNode results = Json.NODES.arrayNode(outputs.length);
    for (JsonNode output : outputs) {
      results.add(output);
    }
    visit.joined(new Outcome.Result(results), succeededEventId);
  }

  /** A line has failed, and the failure has not been handled in it. */
  void failed(Strand strand, StatesError error, long failureEventId) {
    laterIfOpen(strand, () -> failAll(strand, error, failureEventId));
  }

  private void failAll(Strand failed, StatesError error, long failureEventId) {
    open = false;
    for (int i = 0; i < started; i++) {
      Strand strand = strands[i];
      if (strand != null && strand.isOpen()) {
        if (isMap) {
          EventType type =
              strand == failed ? EventType.MAP_ITERATION_FAILED : EventType.MAP_ITERATION_ABORTED;
          recordIteration(type, failureEventId, i);
        }
        strand.abort(failureEventId);
      }
    }
    visit.strand().continueFrom(failureEventId);
    visit.failed(error);
  }

  /** What a line's end means here waits until all that happens at this instant has happened. */
  private void laterIfOpen(Strand ended, Runnable action) {
    Engine engine = visit.engine();
    engine
        .scheduler()
        .scheduleNow(
            Phase.JOIN,
            ended,
            visit
                .strand()
                .guarded(
                    () -> {
                      if (open) {
                        action.run();
                      }
                    }));
  }

  /** The Parallel or Map itself is cut off: so are its lines. */
  @Override
  public void abort(long failureEventId) {
    open = false;
    for (int i = 0; i < started; i++) {
      Strand strand = strands[i];
      if (strand != null && strand.isOpen()) {
        if (isMap) {
          recordIteration(EventType.MAP_ITERATION_ABORTED, failureEventId, i);
        }
        strand.abort(failureEventId);
      }
    }
  }

  /** Ends all lines without a trace. */
  @Override
  public void close() {
    open = false;
    for (Strand strand : strands) {
      if (strand != null) {
        strand.close();
      }
    }
  }

  @Override
  public List<String> waitsFor() {
    List<String> waiting = new ArrayList<>();
    for (Strand strand : strands) {
      if (strand != null) {
        waiting.addAll(strand.waitsFor());
      }
    }
    return waiting;
  }

  Visit visit() {
    return visit;
  }
}
