package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import io.stepunit.Activity;
import io.stepunit.ActivityTask;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The activities of docs/guide/callbacks.md. */
@StateMachineTest("picking.asl.json")
class ActivityExamplesTest {
  private static final Map<String, Object> ORDER = Map.of("id", 7);

  @Test
  void a_worker_polls(StepFunctionsEnvironment env, TestStateMachine picking) {
    Activity pick = env.activity("pick");
    RunningExecution run = picking.start(ORDER).advance(ofHours(2));

    ActivityTask task = pick.poll("worker-1").orElseThrow();
    run.advance(ofMinutes(20));
    task.succeed(Map.of("picked", task.input().get("id")));

    assertThat(run.finish()).isSucceeded().hasOutputAt("$.picked", 7);
  }

  @Test
  void an_activity_that_does_not_exist(TestStateMachine picking, StepFunctionsEnvironment env) {
    env.activity("pick").delete();

    assertThat(picking.run(ORDER)).isFailed().hasError("States.Runtime");
  }
}
