package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.mock.TaskCall;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A call, as the mocks that may answer it are asked: each path is looked up once for all. */
final class AskedCall {
  private final AttemptRequest request;
  private final UserCode userCode;
  private final Map<String, Optional<JsonNode>> values = new HashMap<>(2);

  AskedCall(AttemptRequest request, UserCode userCode) {
    this.request = request;
    this.userCode = userCode;
  }

  AttemptRequest request() {
    return request;
  }

  JsonNode input() {
    return request.input();
  }

  /**
   * The value of the input at a path.
   *
   * @param place the path, compiled
   */
  Optional<JsonNode> valueAt(String path, ValueAt place) {
    Optional<JsonNode> known = values.get(path);
    if (known == null) {
      known = place.in(input());
      values.put(path, known);
    }
    return known;
  }

  /** Whether a condition that is users' code holds. */
  boolean holds(DeclaredMock mock, Predicate<TaskCall> predicate) {
    return new ConditionRun(mock::toString, userCode).holds(request, predicate);
  }
}
