package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;

/** One call of a mocked Task, as its answer sees it. */
public interface TaskCall {
  JsonNode input();

  /** A part of the input, by JSONPath. */
  JsonNode inputAt(String path);

  <T> T inputAs(Class<T> type);

  /** The attempt within the visit of the state, 1-based. */
  int attempt();

  /** The virtual time. */
  Clock clock();
}
