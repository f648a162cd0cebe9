package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.text.Arn;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The operations about activities, as clients and workers call them. */
final class ActivityCalls {
  private static final String ARN = "activityArn";

  private final Engine engine;
  private final Activities activities;

  ActivityCalls(Engine engine, Activities activities) {
    this.engine = engine;
    this.activities = activities;
  }

  /** CreateActivity. The same call again gives the same answer. */
  ObjectNode create(Request request) {
    String name = request.required("name");
    ExecutionNames.checkCharacters(name);
    Encryption encryption =
        request
            .part("encryptionConfiguration")
            .map(Encryption::of)
            .orElse(Encryption.AWS_OWNED_KEY);
    String arn = arn(name);
    Optional<Activities.Created> existing = activities.find(arn);
    if (existing.isPresent()) {
      requireSame(existing.get(), encryption, arn);
      return created(arn, existing.get());
    }
    Tags tags = new Tags();
    request.value("tags").ifPresent(tags::add);
    Activities.Created created = activities.create(arn, encryption);
    created.tags().add(tags.json());
    return created(arn, created);
  }

  private static void requireSame(Activities.Created existing, Encryption encryption, String arn) {
    if (!existing.encryption().equals(encryption)) {
      throw new StepFunctionsException(
          "ActivityAlreadyExists", "Activity Already Exists: '" + arn + "'");
    }
  }

  /** An activity that a test has named without an ARN is of this account. */
  private String arn(String activity) {
    return Arn.isArn(activity)
        ? activity
        : engine.settings().arn("states", "activity:" + activity).toString();
  }

  private static ObjectNode created(String arn, Activities.Created activity) {
    return Json.NODES
        .objectNode()
        .put(ARN, arn)
        .put("creationDate", ServiceJson.date(activity.at()));
  }

  /** DescribeActivity. */
  ObjectNode describe(Request request) {
    String arn = Arns.require(request.required(ARN), "activity");
    Activities.Created activity = activities.require(arn);
    ObjectNode answer = named(arn, activity);
    answer.set("encryptionConfiguration", activity.encryption().json());
    return answer;
  }

  private static ObjectNode named(String arn, Activities.Created activity) {
    return created(arn, activity).put("name", Arn.nameIn(arn));
  }

  /** DeleteActivity: from now on Tasks of the activity fail, as those of one that never was. */
  ObjectNode delete(Request request) {
    activities.delete(Arns.require(request.required(ARN), "activity"));
    return Json.NODES.objectNode();
  }

  /** ListActivities, by name. */
  ObjectNode list(Request request) {
    List<String> arns =
        activities.created().stream()
            .map(this::arn)
            .distinct()
            .sorted(Comparator.comparing(Arn::nameIn).thenComparing(Comparator.naturalOrder()))
            .toList();
    return Pages.page(request, "activities", arns, arn -> named(arn, activities.require(arn)));
  }

  /**
   * GetActivityTask: {@code {"taskToken": …, "input": …}}, or nothing where no task came.
   *
   * @param longest the virtual time that may pass until one comes
   */
  ObjectNode getActivityTask(Request request, Duration longest) {
    ObjectNode answer = Json.NODES.objectNode();
    activities
        .poll(
            request.required(ARN),
            request.optional("workerName").orElse(null),
            input -> true,
            longest)
        .ifPresent(
            taken ->
                answer
                    .put("taskToken", taken.token())
                    .put("input", SentJson.text(taken.request().input())));
    return answer;
  }
}
