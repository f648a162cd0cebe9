package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.QueuedTask;
import io.stepunit.internal.spi.SimulatedService;
import io.stepunit.internal.text.Arn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The activities whose workers poll, and the tasks that wait for a worker; "Activities" in the AWS
 * Step Functions Developer Guide. The task that has waited longest is taken first.
 *
 * @since 0.1.0
 */
public final class Activities implements SimulatedService {
  /** How long GetActivityTask waits for a task. */
  static final Duration LONG_POLL = Duration.ofSeconds(60);

  private final Engine engine;
  private final Map<String, Created> created = new LinkedHashMap<>();
  private final Set<String> deleted = new LinkedHashSet<>();

  /** An activity whose workers poll. */
  record Created(Queue<QueuedTask> queue, Instant at, Encryption encryption, Tags tags) {
    private Created(Instant at, Encryption encryption) {
      this(new ArrayDeque<>(), at, encryption, new Tags());
    }
  }

  Activities(Engine engine) {
    this.engine = engine;
  }

  /**
   * From now on Tasks of an activity wait until a worker polls for them.
   *
   * @param activity its ARN, or its name
   */
  public void create(String activity) {
    create(activity, Encryption.AWS_OWNED_KEY);
  }

  /** The same with an encryption. */
  Created create(String activity, Encryption encryption) {
    deleted.removeIf(gone -> gone.equals(activity) || Arn.nameIn(gone).equals(activity));
    Created fresh = new Created(engine.clock().instant(), encryption);
    return created.computeIfAbsent(activity, any -> fresh);
  }

  /**
   * DeleteActivity: from now on Tasks of the activity fail, as those of one that never was.
   *
   * @param activity its ARN, or its name
   */
  public void delete(String activity) {
    created.remove(activity);
    created.remove(Arn.nameIn(activity));
    deleted.add(activity);
  }

  /** Whether an activity was not deleted; one that nobody told of is there. */
  public boolean exists(String arn) {
    return !deleted.contains(arn) && !deleted.contains(Arn.nameIn(arn));
  }

  @Override
  public Optional<AttemptReply> reply(AttemptRequest task) {
    if (!(task.resource() instanceof Resource.Activity called)) {
      return Optional.empty();
    }
    return find(called.arn())
        .or(() -> find(called.activityName()))
        .map(activity -> new AttemptReply.Queued(activity.queue()::add));
  }

  /**
   * GetActivityTask: takes the task that has waited longest, or waits up to 60 seconds of virtual
   * time for one to come.
   *
   * @param activity its ARN or its name, as given to {@link #create}
   * @param workerName the name that the history shows, null for none
   * @return the taken task; empty if none came
   * @throws StepFunctionsException {@code ActivityDoesNotExist}
   */
  public Optional<Taken> poll(String activity, @Nullable String workerName) {
    return poll(activity, workerName, input -> true);
  }

  /**
   * The same for a task of a certain input: which of several a worker gets is chance on AWS.
   *
   * @param wanted whether the worker gets a task of this input
   */
  public Optional<Taken> poll(
      String activity, @Nullable String workerName, Predicate<JsonNode> wanted) {
    return poll(activity, workerName, wanted, LONG_POLL);
  }

  /** The same with another virtual time that may pass until a task comes. */
  Optional<Taken> poll(
      String activity, @Nullable String workerName, Predicate<JsonNode> wanted, Duration longest) {
    Queue<QueuedTask> queue = require(activity).queue();
    if (!longest.isZero()) {
      Instant end = engine.clock().instant().plus(longest);
      engine.advanceUntil(() -> first(queue, wanted).isPresent(), end);
    }
    return first(queue, wanted).map(task -> take(queue, task, workerName));
  }

  private Taken take(Queue<QueuedTask> queue, QueuedTask task, @Nullable String workerName) {
    queue.remove(task);
    return take(task, workerName);
  }

  private Taken take(QueuedTask task, @Nullable String workerName) {
    String token = task.take(workerName);
    engine.advanceTo(engine.clock().instant());
    return new Taken(task.request(), token);
  }

  /** The wanted task that has waited longest; forgets those that were cut off meanwhile. */
  private static Optional<QueuedTask> first(Queue<QueuedTask> queue, Predicate<JsonNode> wanted) {
    queue.removeIf(task -> !task.isOpen());
    return queue.stream().filter(task -> wanted.test(task.request().input())).findFirst();
  }

  /** The activity of an ARN or a name that was created. */
  Optional<Created> find(String activity) {
    return exists(activity)
        ? Optional.ofNullable(created.getOrDefault(activity, created.get(Arn.nameIn(activity))))
        : Optional.empty();
  }

  /** The tags of an activity that was created. */
  Optional<Tags> tagsOf(String arn) {
    return find(arn).map(Created::tags);
  }

  /** The ARNs and names by which activities were created. */
  Set<String> created() {
    return Set.copyOf(created.keySet());
  }

  /**
   * The activity of an ARN or a name.
   *
   * @throws StepFunctionsException {@code ActivityDoesNotExist}
   */
  Created require(String activity) {
    return find(activity)
        .orElseThrow(
            () ->
                new StepFunctionsException(
                    "ActivityDoesNotExist",
                    "Activity Does Not Exist: '" + Arns.require(activity, "activity") + "'"));
  }

  /**
   * A task that a worker has taken.
   *
   * @param request what the worker is asked
   * @param token the token that ends the task
   */
  public record Taken(AttemptRequest request, String token) {}
}
