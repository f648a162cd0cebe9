package io.stepunit.sfn;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stepunit.ClientTime;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.StuckExecutionError;
import io.stepunit.TestStateMachine;
import io.stepunit.mock.SwallowedAnswerError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnAsyncClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetActivityTaskResponse;

/**
 * What code with a real client of the AWS SDK does to virtual time, from one thread and several.
 */
class SfnTimeTest {
  private static final String PICK = "arn:aws:states:us-east-1:123456789012:activity:pick";

  private static final String HOUR =
      """
      {"StartAt": "Hour", "States": {"Hour": {"Type": "Wait", "Seconds": 3600, "End": true}}}
      """;

  private static final String PICKING =
      """
      {"StartAt": "Pick", "States": {"Pick": {
        "Type": "Task", "TimeoutSeconds": 60,
        "Resource": "arn:aws:states:us-east-1:123456789012:activity:pick", "End": true}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final SfnClient client = env.sfnClient();
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  private String start(TestStateMachine machine) {
    return client.startExecution(request -> request.stateMachineArn(machine.arn())).executionArn();
  }

  private static ExecutionStatus status(SfnClient client, String execution) {
    return client.describeExecution(request -> request.executionArn(execution)).status();
  }

  private ExecutionStatus awaitEnd(String execution) {
    return awaitEnd(client, execution);
  }

  private static ExecutionStatus awaitEnd(SfnClient client, String execution) {
    ExecutionStatus status = status(client, execution);
    while (status == ExecutionStatus.RUNNING) {
      status = status(client, execution);
    }
    return status;
  }

  @Test
  void a_polling_loop_over_an_hour_ends() {
    TestStateMachine machine = env.define("hour", HOUR);

    assertThat(awaitEnd(start(machine))).isEqualTo(ExecutionStatus.SUCCEEDED);

    assertThat(machine.execution().duration()).isEqualTo(ofHours(1));
    env.verifyAnswers();
  }

  @Test
  void eight_threads_start_and_poll_at_once() throws Exception {
    TestStateMachine machine = env.define("hour", HOUR);
    CountDownLatch ready = new CountDownLatch(8);
    List<Future<ExecutionStatus>> ends = new ArrayList<>();

    for (int thread = 0; thread < 8; thread++) {
      ends.add(
          threads.submit(
              () -> {
                ready.countDown();
                ready.await();
                return awaitEnd(start(machine));
              }));
    }

    for (Future<ExecutionStatus> end : ends) {
      assertThat(end.get()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }
    assertThat(machine.executions())
        .hasSize(8)
        .allSatisfy(run -> assertThat(run.duration()).isEqualTo(ofHours(1)));
    env.verifyAnswers();
  }

  @Test
  void an_asynchronous_client_moves_time_by_the_same_rules() {
    SfnAsyncClient async = env.sfnAsyncClient();
    String execution = start(env.define("hour", HOUR));

    ExecutionStatus first =
        async.describeExecution(request -> request.executionArn(execution)).join().status();
    ExecutionStatus second =
        async.describeExecution(request -> request.executionArn(execution)).join().status();

    assertThat(first).isEqualTo(ExecutionStatus.RUNNING);
    assertThat(second).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void workers_in_threads_serve_a_run() throws Exception {
    env.activity("pick");
    String execution = start(env.define("picking", PICKING));
    Future<?> worker = threads.submit(this::workOnce);

    assertThat(awaitEnd(execution)).isEqualTo(ExecutionStatus.SUCCEEDED);

    worker.get();
    assertThat(env.now()).isEqualTo(StepFunctionsEnvironment.DEFAULT_START);
  }

  private void workOnce() {
    GetActivityTaskResponse task = ask();
    while (task.taskToken() == null) {
      task = ask();
    }
    String token = task.taskToken();
    client.sendTaskSuccess(request -> request.taskToken(token).output("{}"));
  }

  private GetActivityTaskResponse ask() {
    return client.getActivityTask(request -> request.activityArn(PICK));
  }

  @Test
  void an_idle_worker_that_is_interrupted_is_no_fault_of_the_test() {
    env.activity("pick");
    Future<?> worker = threads.submit(this::workOnce);

    threads.shutdownNow();

    assertThatExceptionOfType(ExecutionException.class).isThrownBy(worker::get);
    env.verifyAnswers();
  }

  @Test
  void a_loop_in_vain_fails_the_test_even_where_its_error_is_caught() {
    StepFunctionsEnvironment impatient =
        StepFunctionsEnvironment.builder().clientTime(ClientTime.onPoll(12)).build();
    impatient.activity("pick");
    TestStateMachine picking = impatient.define("picking", PICKING);
    SfnClient caller = impatient.sfnClient();
    caller.startExecution(request -> request.stateMachineArn(picking.arn()));

    assertThatExceptionOfType(StuckExecutionError.class)
        .isThrownBy(() -> awaitEnd(caller, picking.execution().arn()))
        .withMessageContainingAll("DescribeExecution", "waits for a worker to poll its activity");

    assertThatExceptionOfType(SwallowedAnswerError.class)
        .isThrownBy(impatient::verifyAnswers)
        .withCauseInstanceOf(StuckExecutionError.class);
  }
}
