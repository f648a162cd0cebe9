package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.Resource.Pattern;

/** What Step Functions itself adds to the parameters of a Task, visible in its history. */
final class AddedParameters {
  private AddedParameters() {}

  /**
   * The parameters that are sent: of {@code ecs:runTask.sync} with who has started the task.
   *
   * @param parameters the effective parameters; stay as they are
   */
  static JsonNode to(Resource resource, JsonNode parameters) {
    return runsContainerToItsEnd(resource) && parameters instanceof ObjectNode given
        ? given.deepCopy().put("StartedBy", "AWS Step Functions")
        : parameters;
  }

  private static boolean runsContainerToItsEnd(Resource resource) {
    return resource instanceof Resource.Service called
        && called.service().equals("ecs")
        && called.action().equals("runTask")
        && called.pattern() == Pattern.SYNC;
  }
}
