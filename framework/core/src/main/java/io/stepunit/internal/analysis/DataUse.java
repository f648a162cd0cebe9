package io.stepunit.internal.analysis;

import io.stepunit.cost.Quota;
import io.stepunit.cost.QuotaUse;
import io.stepunit.history.EventDetails.Failure;
import io.stepunit.history.EventDetails.StateExited;
import io.stepunit.history.EventDetails.TaskFailure;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How large the data of an execution is: payloads and variables. */
final class DataUse {
  private static final String LIMIT_ERROR = "States.DataLimitExceeded";

  private final Map<Variable, Integer> variables = new HashMap<>();
  private long bytesOfVariables;
  private QuotaUse payload = use(Quota.PAYLOAD_BYTES, EngineLimits.AWS.payloadBytes());
  private QuotaUse assigned = use(Quota.ASSIGNED_BYTES, EngineLimits.AWS.payloadBytes());
  private QuotaUse all = use(Quota.VARIABLE_BYTES, EngineLimits.AWS.variablesBytes());

  /** A variable of a scope: the top level, a branch or an iteration. */
  private record Variable(VisitRef.@Nullable Around scope, String name) {}

  private DataUse() {}

  /** The uses of an execution; those of variables only if it has any. */
  static List<QuotaUse> of(ExecutionRecord execution) {
    DataUse data = new DataUse();
    execution.events().forEach(data::add);
    return data.assigned.used() == 0
        ? List.of(data.payload)
        : List.of(data.payload, data.assigned, data.all);
  }

  private static QuotaUse use(Quota quota, long limit) {
    return new QuotaUse(quota, 0, limit, Optional.empty(), "");
  }

  private void add(EventRecord event) {
    Payload.of(event.details())
        .ifPresent(data -> payload = larger(payload, Json.size(data.json()), event, data.what()));
    if (event.details() instanceof StateExited exited && !exited.assignedVariables().isEmpty()) {
      assign(event, exited);
    }
    failure(event.details())
        .filter(cause -> payload.used() <= payload.limit())
        .ifPresent(cause -> payload = larger(payload, payload.limit() + 1, event, cause));
  }

  private void assign(EventRecord event, StateExited exited) {
    VisitRef visit = event.visitOrNull();
    VisitRef.Around scope = visit == null ? null : visit.around();
    long ofState = 0;
    for (var variable : exited.assignedVariables().entrySet()) {
      int size = Json.size(variable.getValue());
      ofState += size;
      Integer before = variables.put(new Variable(scope, variable.getKey()), size);
      bytesOfVariables += size - (before == null ? 0 : before);
    }
    assigned = larger(assigned, ofState, event, "Assign");
    all = larger(all, bytesOfVariables, event, "variables after");
  }

  private static QuotaUse larger(QuotaUse most, long used, EventRecord event, String detail) {
    return used <= most.used()
        ? most
        : new QuotaUse(most.quota(), used, most.limit(), event.path(), detail);
  }

  /** How a payload that AWS refused is told, which the history does not have. */
  private static Optional<String> failure(Object details) {
    if (details instanceof Failure failed && LIMIT_ERROR.equals(failed.error())) {
      return Optional.of(text(failed.cause()));
    }
    return details instanceof TaskFailure failed && LIMIT_ERROR.equals(failed.error())
        ? Optional.of(text(failed.cause()))
        : Optional.empty();
  }

  private static String text(@Nullable String cause) {
    return Stream.ofNullable(cause)
        .map(text -> LIMIT_ERROR + ": " + text)
        .findFirst()
        .orElse(LIMIT_ERROR);
  }
}
