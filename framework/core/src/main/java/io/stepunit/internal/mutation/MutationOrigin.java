package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.sweep.Shard;

/**
 * Where a result comes from.
 *
 * @param version of StepUnit
 * @param module the name of the project's folder, as records of tests have it
 * @param shard the part of the mutants that were tried
 */
public record MutationOrigin(String version, String module, Shard shard) {
  static final String FRAMEWORK = "StepUnit";

  /** What the schema leaves to each framework. */
  JsonNode config() {
    return Json.NODES.objectNode().put("module", module).put("shard", shard.toString());
  }

  /** Whether StepUnit has written a document. */
  public static boolean isOurs(JsonNode document) {
    return document.path("framework").path("name").asText().equals(FRAMEWORK);
  }

  /** The origin of a document. */
  public static MutationOrigin of(JsonNode document) {
    JsonNode config = document.path("config");
    return new MutationOrigin(
        document.path("framework").path("version").asText(),
        config.path("module").asText(),
        config.has("shard")
            ? Shard.parse(config.path("shard").asText(), "/config/shard")
            : Shard.WHOLE);
  }
}
