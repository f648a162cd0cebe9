package io.stepunit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.history.MapRunJson;

/** The service's answers about a Map Run, as they are on the wire. */
public final class MapRunAnswers {
  private MapRunAnswers() {}

  /** DescribeMapRun. */
  public static ObjectNode described(MapRun run) {
    return MapRunJson.described(run.internal().description());
  }

  /** One of the Map Runs that ListMapRuns answers. */
  public static ObjectNode listed(MapRun run) {
    return MapRunJson.listed(run.internal().description());
  }
}
