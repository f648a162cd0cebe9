package io.stepunit;

import io.stepunit.internal.api.Activities;
import java.util.Optional;

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
    return activities.poll(name, null).map(taken -> new ActivityTask(simulation, taken));
  }

  /**
   * Calls GetActivityTask, which claims the Task that has waited longest. Where none waits, virtual
   * time passes until one comes, at most 60 seconds.
   *
   * @param workerName the name that the history shows
   * @return the task; empty if none came
   */
  public Optional<ActivityTask> poll(String workerName) {
    return activities.poll(name, workerName).map(taken -> new ActivityTask(simulation, taken));
  }

  @Override
  public String toString() {
    return name;
  }
}
