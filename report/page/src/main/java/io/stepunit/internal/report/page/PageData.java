package io.stepunit.internal.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a page shows.
 *
 * @param index all that is read when the page opens, as {@code docs/report-data.md} describes it
 * @param executions all that is known of each execution, read when a view asks for it
 * @param worlds what each test did to the world, by the test's key, read when a view asks for it
 * @param mutants the mutants of each definition, by their id in the index, read when a view asks
 *     for them
 */
public record PageData(
    JsonNode index,
    Iterable<RecordText> executions,
    Iterable<RecordText> worlds,
    Iterable<RecordText> mutants) {
  /** A page without worlds and mutants. */
  public PageData(JsonNode index, Iterable<RecordText> executions) {
    this(index, executions, List.of(), List.of());
  }

  /**
   * A record as text, so that a page of many is written without parsing them.
   *
   * @param id of the execution, the key of the test or the id of the mutants, in the index
   * @param json its record, one JSON value
   */
  public record RecordText(String id, String json) {}
}
