package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.api.Activities;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An activity whose workers the test plays: its Tasks wait in a queue until a worker polls.
 *
 * <pre>{@code
 * Activity pick = env.activity("pick");
 * RunningExecution run = order.start(ORDER).runUntilParked();
 *
 * ActivityTask task = pick.poll("worker-1").orElseThrow();
 * task.succeed(Map.of("picked", task.input().get("items").size()));
 * }</pre>
 *
 * <p>The timeouts of a Task begin when a worker takes it. See "Activities" in the AWS Step
 * Functions Developer Guide.
 *
 * @since 0.1.0
 */
public final class Activity {
  private final Simulation simulation;
  private final Activities activities;
  private final String name;

  Activity(Simulation simulation, Activities activities, String name) {
    this.simulation = simulation;
    this.activities = activities;
    this.name = name;
  }

  /** Calls GetActivityTask without a worker name. */
  public Optional<ActivityTask> poll() {
    return simulation
        .alone(() -> activities.poll(name, null))
        .map(taken -> new ActivityTask(simulation, taken));
  }

  /**
   * Calls GetActivityTask, which claims the Task that has waited longest. Where none waits, virtual
   * time passes until one comes, at most 60 seconds.
   *
   * @param workerName the name that the history shows
   * @return the task; empty if none came
   * @throws io.stepunit.api.StepFunctionsException {@code ActivityDoesNotExist} if it was deleted
   */
  public Optional<ActivityTask> poll(String workerName) {
    Objects.requireNonNull(workerName, "workerName");
    return simulation
        .alone(() -> activities.poll(name, workerName))
        .map(taken -> new ActivityTask(simulation, taken));
  }

  /**
   * Calls GetActivityTask and gets a Task of a certain input. Which of several waiting Tasks a
   * worker gets is chance on AWS, so a test may say it.
   *
   * <pre>{@code
   * pick.poll("worker-1", input -> input.path("item").asInt() == 2).orElseThrow().fail("Broken", "");
   * }</pre>
   *
   * @param workerName the name that the history shows
   * @param wanted whether the worker gets a Task of this input; of several the one that has waited
   *     longest
   * @return the task; empty if none came within 60 seconds of virtual time
   */
  public Optional<ActivityTask> poll(String workerName, Predicate<JsonNode> wanted) {
    Objects.requireNonNull(wanted, "wanted");
    Objects.requireNonNull(workerName, "workerName");
    return simulation
        .alone(() -> activities.poll(name, workerName, wanted))
        .map(taken -> new ActivityTask(simulation, taken));
  }

  /**
   * Deletes the activity (DeleteActivity), whether or not there ever was one: a Task of it fails
   * with {@code States.Runtime} as soon as its state is entered, and a poll is refused. {@code
   * env.activity(…)} creates it anew.
   *
   * <pre>{@code
   * env.activity("pick").delete();
   * assertThat(order.run(ORDER)).isFailed().hasError("States.Runtime");
   * }</pre>
   */
  public void delete() {
    simulation.alone(() -> activities.delete(name));
  }

  @Override
  public String toString() {
    return name;
  }
}
