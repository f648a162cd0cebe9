package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * A published version of a machine.
 *
 * @param number counted from 1; the number of a deleted version does not come again
 * @param createdAt when the creation, the update or the publication made it
 */
record Version(
    String arn, int number, Revision revision, Optional<String> description, Instant createdAt) {
  /** ListStateMachineVersions: one of them. */
  ObjectNode listed() {
    return Json.NODES
        .objectNode()
        .put("stateMachineVersionArn", arn)
        .put("creationDate", ServiceJson.date(createdAt));
  }
}
