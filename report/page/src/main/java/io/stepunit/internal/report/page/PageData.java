package io.stepunit.internal.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a page shows.
 *
 * @param index all that is read when the page opens, as {@code docs/report-data.md} describes it
 * @param executions all that is known of each execution, read when a view asks for it
 * @param worlds what each test did to the world, by the test's key, read when a view asks for it
 */
public record PageData(
    JsonNode index, Iterable<RecordText> executions, Iterable<RecordText> worlds) {
  /** A page without worlds. */
  public PageData(JsonNode index, Iterable<RecordText> executions) {
    this(index, executions, List.of());
  }

  /**
   * A record as text, so that a page of many is written without parsing them.
   *
   * @param id of the execution, or the key of the test, in the index
   * @param json its record, one JSON value
   */
  public record RecordText(String id, String json) {}
}
