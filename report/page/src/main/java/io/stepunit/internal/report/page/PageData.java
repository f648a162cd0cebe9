package io.stepunit.internal.report.page;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a page shows.
 *
 * @param index all that is read when the page opens, as {@code docs/report-data.md} describes it
 * @param executions all that is known of each execution, read when a view asks for it
 */
public record PageData(JsonNode index, Iterable<ExecutionText> executions) {

  /**
   * An execution's record as text, so that a page of many is written without parsing them.
   *
   * @param id the execution's id in the index
   * @param json its record, one JSON value
   */
  public record ExecutionText(String id, String json) {}
}
