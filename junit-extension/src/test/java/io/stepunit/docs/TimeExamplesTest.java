package io.stepunit.docs;

import static io.stepunit.OutsideWait.awaitingOutside;
import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import io.stepunit.ClientTime;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskReply;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The examples of docs/guide/time.md. */
@StateMachineTest("cooling.asl.json")
class TimeExamplesTest {

  @Test
  void an_hour_in_milliseconds(TestStateMachine cooling, SfnClient stepFunctions) {
    cooling.mock("Ship").returns(Map.of("number", "T-9"));
    String order =
        stepFunctions
            .startExecution(request -> request.stateMachineArn(cooling.arn()))
            .executionArn();

    String status = new OrderWatch(stepFunctions, pause -> {}).awaitEnd(order);

    assertThat(status).isEqualTo("SUCCEEDED");
    assertThat(cooling.execution()).hasDuration(ofHours(1)).hasPath("CoolingOff", "Ship");
  }

  @Test
  void an_approval_that_comes_too_late(
      @StateMachine("approval.asl.json") TestStateMachine approval,
      StepFunctionsEnvironment env,
      SfnClient stepFunctions) {
    String order =
        stepFunctions
            .startExecution(request -> request.stateMachineArn(approval.arn()).input("{\"id\": 7}"))
            .executionArn();
    OrderWatch watch = new OrderWatch(stepFunctions, pause -> {});
    assertThat(watch.status(order)).isEqualTo("RUNNING");
    assertThat(watch.status(order)).isEqualTo("RUNNING");

    assertThat(env.nextInstant()).contains(env.now().plus(ofHours(1)));
    env.step();

    assertThat(watch.status(order)).isEqualTo("FAILED");
  }

  @Test
  void other_modes() {
    StepFunctionsEnvironment byHand =
        StepFunctionsEnvironment.builder().clientTime(ClientTime.byHand()).build();
    StepFunctionsEnvironment fast =
        StepFunctionsEnvironment.builder().clientTime(ClientTime.real(60)).build();

    byHand.advance(ofHours(1));

    assertThat(byHand.nextInstant()).isEmpty();
    assertThat(fast.nextInstant()).isEmpty();
  }

  @Test
  void eight_threads_at_once(TestStateMachine cooling, SfnClient stepFunctions) throws Exception {
    cooling.mock("Ship").returns(Map.of("number", "T-9"));
    OrderWatch watch = new OrderWatch(stepFunctions, pause -> {});
    ExecutorService threads = Executors.newFixedThreadPool(8);

    List<Future<String>> ends = new ArrayList<>();
    for (int order = 0; order < 8; order++) {
      ends.add(
          threads.submit(
              () ->
                  watch.awaitEnd(
                      stepFunctions
                          .startExecution(request -> request.stateMachineArn(cooling.arn()))
                          .executionArn())));
    }
    threads.shutdown();

    for (Future<String> end : ends) {
      assertThat(end.get()).isEqualTo("SUCCEEDED");
    }
  }

  @Test
  void an_approval_by_another_thread(
      @StateMachine("approval.asl.json") TestStateMachine approval, SfnClient stepFunctions) {
    ExecutorService desk = Executors.newSingleThreadExecutor();
    approval
        .mock("AwaitApproval")
        .handledBy(
            task -> {
              String token = task.taskToken().orElseThrow();
              desk.execute(
                  () ->
                      stepFunctions.sendTaskSuccess(
                          request -> request.taskToken(token).output("{\"by\": \"kim\"}")));
              return TaskReply.silence();
            });

    Execution run = approval.run(Map.of("id", 7), awaitingOutside(ofSeconds(5)));
    desk.shutdown();

    assertThat(run).isSucceeded().hasOutputAt("$.approval.by", "kim");
  }
}
