package io.stepunit.internal.report.data;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An execution that was kept. Only its head is in memory.
 *
 * @param id unique in the report: the test's key and a number
 * @param test the unique id of its test
 * @param definition the id of its definition
 * @param head the members before {@code input}
 * @param line where the whole record is
 */
public record RecordedExecution(
    String id, String test, String definition, ObjectNode head, RecordLine line) {

  static RecordedExecution of(ObjectNode head, RecordLine line) {
    return new RecordedExecution(
        head.path("id").asText(),
        head.path("test").asText(),
        head.path("definition").asText(),
        head,
        line);
  }

  /** The whole record as JSON text, read from its file. */
  public String text() {
    return line.text();
  }
}
