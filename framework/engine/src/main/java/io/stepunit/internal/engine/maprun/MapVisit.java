package io.stepunit.internal.engine.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.bucket.Buckets;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.history.MapRunRecord;
import java.time.Instant;
import java.util.function.Supplier;

/** The visit of a Map in distributed mode, as its Map Run sees it. */
public interface MapVisit {
  /** The present instant of virtual time. */
  Instant now();

  /** Where items are read from and results are written to. */
  Buckets buckets();

  /** The Map Run is on record: it is shown from now on. */
  void begun(Supplier<MapRunRecord> mapRun);

  /** The Map Run has ended, for now: a redrive may begin it again. */
  void over();

  /** Starts a child execution. */
  ChildRun start(ChildInputs.ChildInput input);

  /** A child that has ended is not kept: nobody will ask for it any more. */
  void forget(ChildRun child);

  /** Has a child join when all that happens at this instant has happened. */
  void join(ChildRun child, Runnable joining);

  /** Has something begin at this instant. */
  void begin(Runnable beginning);

  /** Has something decided when all at this instant has begun, ended and joined. */
  void decide(Runnable decision);

  /**
   * Whether a child's input is within the limit; if not, the execution fails.
   *
   * @param refusedFrom the event that the failure points back to
   */
  boolean acceptsInput(JsonNode input, long refusedFrom);

  /** The next event points back to a given one. */
  void continueFrom(long eventId);

  /** Records an event that the next one points back to. */
  long record(EventType type, EventDetails details);

  /** Records an event that the next one does not point back to. */
  long recordBeside(EventType type, EventDetails details);

  /** Records an event that points back to a given one, and that the next one does not. */
  long recordBeside(EventType type, EventDetails details, long previousEventId);

  /** An error, with the words by which AWS tells in which state it came. */
  StatesError whileExecuting(StatesError error);

  /** The Map has its result; the event says so. */
  void succeeded(JsonNode result, long succeededEventId);

  /** The results are larger than a state may hand on. */
  void resultTooLarge(long succeededEventId);

  /** The Map has failed; its last event says so. */
  void failed(StatesError error);

  /** An expression of the Map could not be evaluated. */
  void evaluationFailed(EvaluationException e);
}
