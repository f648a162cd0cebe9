package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Optional;

/** The operations about tags, which machines and activities have. */
final class TagCalls {
  private static final String RESOURCE = "resourceArn";

  private final Machines machines;
  private final Activities activities;

  TagCalls(Machines machines, Activities activities) {
    this.machines = machines;
    this.activities = activities;
  }

  /** TagResource. */
  ObjectNode tag(Request request) {
    tagged(request.required(RESOURCE)).add(request.value("tags").orElseThrow());
    return Json.NODES.objectNode();
  }

  /** UntagResource. */
  ObjectNode untag(Request request) {
    tagged(request.required(RESOURCE)).remove(request.value("tagKeys").orElseThrow());
    return Json.NODES.objectNode();
  }

  /** ListTagsForResource; a version and an alias have none. */
  ObjectNode list(Request request) {
    String arn = request.required(RESOURCE);
    Tags tags = isPublished(arn) ? new Tags() : tagged(arn);
    return Json.NODES.objectNode().set("tags", tags.json());
  }

  private Tags tagged(String arn) {
    Arns.require(arn, "stateMachine", "activity");
    Optional<Tags> ofMachine = machines.findExactly(arn).map(RegisteredMachine::tags);
    return ofMachine.or(() -> activities.tagsOf(arn)).orElseThrow(() -> Arns.notFound(arn));
  }

  private boolean isPublished(String arn) {
    return machines
        .findExactly(Machines.withoutQualifier(arn))
        .filter(
            machine ->
                machine.versions().find(arn).isPresent() || machine.aliases().find(arn).isPresent())
        .isPresent();
  }
}
