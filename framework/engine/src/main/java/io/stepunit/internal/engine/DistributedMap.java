package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.bucket.Buckets;
import io.stepunit.internal.engine.limit.PayloadSize;
import io.stepunit.internal.engine.maprun.ChildInputs.ChildInput;
import io.stepunit.internal.engine.maprun.ChildRun;
import io.stepunit.internal.engine.maprun.MapRunIdentity;
import io.stepunit.internal.engine.maprun.MapVisit;
import io.stepunit.internal.engine.maprun.RunningMapRun;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.Outcome;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.history.MapRunRecord;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.time.Phase;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A Map in distributed mode that waits for its Map Run, and what the Map Run sees of the Map. */
final class DistributedMap implements Forked, MapVisit {
  private final Visit visit;
  private final SimulatedMachine childMachine;
  private final RunningMapRun mapRun;

  DistributedMap(Visit visit, MapRunPlan plan) {
    this(
        visit,
        MapRunNames.childMachine(visit.branch().run().machine(), plan.map(), plan.distributed()),
        map -> map.begin(plan));
  }

  private DistributedMap(
      Visit visit, SimulatedMachine childMachine, Function<DistributedMap, RunningMapRun> begun) {
    this.visit = visit;
    this.childMachine = childMachine;
    this.mapRun = begun.apply(this);
  }

  private RunningMapRun begin(MapRunPlan plan) {
    EngineSettings settings = visit.engine().settings();
    String id = visit.engine().randomness().nextId().toString();
    MapRunIdentity identity =
        new MapRunIdentity(
            MapRunNames.mapRunArn(childMachine, id),
            id,
            visit.branch().run().arn(),
            visit.state().name(),
            visit.state().location(),
            childMachine.arn(),
            childMachine.type());
    return new RunningMapRun(
        this, plan, identity, settings.childRetention(), settings.limits().payloadBytes());
  }

  @Override
  public DistributedMap rest(Visit redriven) {
    return new DistributedMap(redriven, childMachine, mapRun::rest);
  }

  @Override
  public void start() {
    visit.engine().mapRunBegins(mapRun);
    mapRun.start();
  }

  @Override
  public void over() {
    visit.engine().mapRunIsOver(mapRun);
  }

  @Override
  public boolean isDone() {
    return mapRun.isDone();
  }

  @Override
  public void requireRedrivable() {
    mapRun.requireRedrivable();
  }

  @Override
  public void abort(long failureEventId) {
    mapRun.abort(failureEventId);
  }

  @Override
  public void close() {
    mapRun.close();
  }

  @Override
  public List<String> waitsFor() {
    return mapRun.waitsFor();
  }

  @Override
  public Instant now() {
    return visit.engine().clock().instant();
  }

  @Override
  public Buckets buckets() {
    return visit.engine().buckets();
  }

  @Override
  public void begun(Supplier<MapRunRecord> shown) {
    visit.branch().run().add(shown);
  }

  @Override
  public ChildRun start(ChildInput input) {
    ExecutionRun parent = visit.branch().run();
    VisitRef.Around around = new VisitRef.Around(visit.ref(), input.index());
    ChildOrigin origin = new ChildOrigin(parent, around, mapRun.arn(), input.items());
    return visit.engine().startChild(origin, childMachine, input.input());
  }

  @Override
  public void forget(ChildRun child) {
    visit.engine().forgetChild(visit.branch().run().top(), child);
  }

  @Override
  public void join(ChildRun child, Runnable joining) {
    visit.engine().scheduler().scheduleNow(Phase.JOIN, child, visit.branch().guarded(joining));
  }

  @Override
  public void begin(Runnable beginning) {
    visit.engine().scheduler().scheduleNow(Phase.START, visit.branch().guarded(beginning));
  }

  @Override
  public void decide(Runnable decision) {
    visit.engine().scheduler().scheduleNow(Phase.DECISION, visit.branch().guarded(decision));
  }

  @Override
  public boolean acceptsInput(JsonNode input, long refusedFrom) {
    return visit.acceptsInput(input, refusedFrom);
  }

  @Override
  public void continueFrom(long eventId) {
    visit.branch().continueFrom(eventId);
  }

  @Override
  public long record(EventType type, EventDetails details) {
    return visit.branch().record(type, details, visit.ref());
  }

  @Override
  public long recordBeside(EventType type, EventDetails details) {
    return visit.branch().recordBeside(type, details, visit.ref());
  }

  @Override
  public long recordBeside(EventType type, EventDetails details, long previousEventId) {
    return visit.branch().run().record(type, previousEventId, details, visit.ref());
  }

  @Override
  public StatesError whileExecuting(StatesError error) {
    return error.whileExecuting(visit.state().name(), visit.enteredEventId());
  }

  @Override
  public void succeeded(JsonNode result, long succeededEventId) {
    visit.joined(new Outcome.Result(result), succeededEventId);
  }

  @Override
  public void resultTooLarge(long succeededEventId) {
    visit.branch().continueFrom(succeededEventId);
    visit.branch().failExecution(PayloadSize.exceeded(visit.state().name()));
  }

  @Override
  public void failed(StatesError error) {
    visit.failed(error);
  }

  @Override
  public void evaluationFailed(EvaluationException e) {
    visit.evaluationFailed(e);
  }
}
