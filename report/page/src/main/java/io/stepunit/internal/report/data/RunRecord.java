package io.stepunit.internal.report.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * One test JVM: the first record of each file.
 *
 * @param run the id of the test run that it is part of
 * @param module the module that it tested
 * @param fork which of the module's JVMs it was
 * @param startedAt the real instant of its start
 * @param json the whole record
 */
public record RunRecord(String run, String module, String fork, String startedAt, ObjectNode json) {
  /** The version of the records that this StepUnit reads. */
  public static final int VERSION = 2;

  /** The real instant of its start; that of the oldest one if it does not tell. */
  Instant start() {
    try {
      return Instant.parse(startedAt);
    } catch (DateTimeParseException e) {
      return Instant.MIN;
    }
  }

  static RunRecord of(ObjectNode json) {
    return new RunRecord(
        json.path("run").asText(),
        json.path("module").asText(),
        json.path("fork").asText(),
        json.path("startedAt").asText(),
        json);
  }
}
