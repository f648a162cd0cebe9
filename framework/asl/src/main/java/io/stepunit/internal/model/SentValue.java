package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import java.util.List;

/** A value of a request that an expression of the definition makes. */
public interface SentValue {
  /** The way to it in the request; empty for the whole of it. */
  List<DataPath.Step> way();

  /** Whether Step Functions sends a value there. */
  boolean isSent(JsonNode value);

  /**
   * The value, as like it as it can be sent.
   *
   * @param value what there is; a missing node if there is nothing
   */
  JsonNode sendable(JsonNode value);
}
