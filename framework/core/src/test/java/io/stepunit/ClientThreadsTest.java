package io.stepunit;

import static io.stepunit.OutsideWait.awaitingOutside;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.budget.InterruptedWorkError;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.mock.UserCodeTimeoutError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientThreadsTest {
  private static final String PICK = "arn:aws:states:us-east-1:123456789012:activity:pick";

  private static final String HOUR =
      """
      {"StartAt": "Hour", "States": {"Hour": {"Type": "Wait", "Seconds": 3600, "End": true}}}
      """;

  private static final String APPROVAL =
      """
      {"StartAt": "Approve", "States": {"Approve": {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token"}},
        "TimeoutSeconds": 3600, "End": true}}}
      """;

  private static final String PICKING =
      """
      {"StartAt": "Minute", "States": {
        "Minute": {"Type": "Wait", "Seconds": 50, "Next": "Pick"},
        "Pick": {"Type": "Task",
          "Resource": "arn:aws:states:us-east-1:123456789012:activity:pick", "End": true}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestCaller client = new TestCaller(env);
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  private Duration passed() {
    return Duration.between(StepFunctionsEnvironment.DEFAULT_START, env.now());
  }

  @Test
  void eight_threads_start_and_poll_at_once() throws Exception {
    TestStateMachine machine = env.define("hour", HOUR);
    CountDownLatch ready = new CountDownLatch(8);
    List<Future<String>> ends = new ArrayList<>();

    for (int thread = 0; thread < 8; thread++) {
      ends.add(
          threads.submit(
              () -> {
                ready.countDown();
                ready.await();
                return client.awaitEnd(client.start(machine));
              }));
    }

    for (Future<String> end : ends) {
      assertThat(end.get()).isEqualTo("SUCCEEDED");
    }
    assertThat(machine.executions())
        .hasSize(8)
        .allSatisfy(run -> assertThat(run.duration()).isEqualTo(ofHours(1)));
  }

  @Test
  void a_thread_that_polls_is_told_what_another_sends() throws Exception {
    TestStateMachine machine = env.define("approval", APPROVAL);
    machine.mockService("sqs").capturedBy(env.outbox());
    String arn = client.start(machine);
    String token = env.outbox().sent("sqs").get(0).messageAt("$.token").orElseThrow().textValue();

    Future<String> end = threads.submit(() -> client.awaitEnd(arn));
    client.succeed(token);

    assertThat(end.get()).isEqualTo("SUCCEEDED");
    assertThat(passed()).isZero();
  }

  @Test
  void an_idle_worker_moves_no_time() throws Exception {
    env.activity("pick");
    client.start(env.define("picking", PICKING));

    JsonNode task =
        threads
            .submit(
                () -> {
                  env.sfnClient();
                  env.now();
                  return client.work(PICK);
                })
            .get();

    assertThat(task).isEmpty();
    assertThat(passed()).isZero();
  }

  @Test
  void a_worker_gets_a_task_as_soon_as_another_thread_lets_it_come() throws Exception {
    env.activity("pick");
    TestStateMachine machine = env.define("picking", PICKING);
    String arn = client.start(machine);
    Future<?> worker =
        threads.submit(
            () -> {
              JsonNode task = client.work(PICK);
              while (task.isEmpty()) {
                task = client.work(PICK);
              }
              client.succeed(task.get("taskToken").textValue());
            });

    assertThat(client.awaitEnd(arn)).isEqualTo("SUCCEEDED");
    worker.get();
    assertThat(passed()).isEqualTo(ofSeconds(50));
  }

  @Test
  void a_run_waits_for_the_tokens_that_other_threads_send() {
    TestStateMachine machine = env.define("approval", APPROVAL);
    machine
        .mock("Approve")
        .handledBy(
            task -> {
              threads.execute(() -> client.succeed(task.taskToken().orElseThrow()));
              return TaskReply.silence();
            });

    Execution run = machine.run("{}", awaitingOutside(ofSeconds(20)));

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.duration()).isZero();
  }

  @Test
  void a_run_waits_for_workers_in_other_threads() {
    env.activity("pick");
    TestStateMachine machine = env.define("picking", PICKING);
    threads.execute(
        () -> {
          JsonNode task = client.work(PICK);
          while (task.isEmpty()) {
            task = client.work(PICK);
          }
          client.succeed(task.get("taskToken").textValue());
        });

    Execution run = machine.run("{}", awaitingOutside(ofSeconds(20)));

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.duration()).isEqualTo(ofSeconds(50));
  }

  @Test
  void a_negative_wait_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> awaitingOutside(ofSeconds(-1)))
        .withMessageContaining("The real time to wait for other threads is negative");
  }

  @Test
  void a_run_that_no_other_thread_answers_fails() {
    TestStateMachine machine = env.define("approval", APPROVAL);

    assertThatExceptionOfType(StuckExecutionError.class)
        .isThrownBy(() -> machine.run("{}", awaitingOutside(ofMillis(10))))
        .withMessageContainingAll(
            "waited 0.010 s of real time for another thread",
            "waits for its task token",
            "awaitingOutside");
    assertThat(passed()).isZero();
  }

  @Test
  void a_thread_that_goes_on_after_the_test_is_refused_but_the_test_itself_is_not() {
    TestStateMachine machine = env.define("hour", HOUR);
    env.close();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(threads.submit(() -> client.start(machine))::get)
        .withCauseInstanceOf(InterruptedWorkError.class)
        .withMessageContaining("StartExecution comes too late");
    assertThat(client.awaitEnd(client.start(machine))).isEqualTo("SUCCEEDED");
    env.verifyAnswers();
  }

  @Test
  void real_time_stands_still_after_the_test() {
    StepFunctionsEnvironment fast =
        StepFunctionsEnvironment.builder().clientTime(ClientTime.real(1_000_000)).build();
    TestCaller caller = new TestCaller(fast);
    TestStateMachine machine = fast.define("hour", HOUR.replace("3600", "99999999"));
    String arn = caller.start(machine);

    fast.close();

    Instant end = fast.now();
    assertThat(caller.status(arn)).isEqualTo("RUNNING");
    assertThat(fast.now()).isEqualTo(end);
  }

  @Test
  void an_answer_that_waits_for_the_call_of_another_thread_is_told() {
    StepFunctionsEnvironment impatient =
        StepFunctionsEnvironment.builder().userCodeLimit(ofMillis(200)).build();
    TestCaller caller = new TestCaller(impatient);
    TestStateMachine hour = impatient.define("hour", HOUR);
    TestStateMachine machine = impatient.define("approval", APPROVAL);
    machine
        .mock("Approve")
        .answers(
            call -> {
              CompletableFuture.supplyAsync(() -> caller.start(hour), threads).get();
              return Map.of();
            });

    assertThatExceptionOfType(UserCodeTimeoutError.class)
        .isThrownBy(() -> caller.start(machine))
        .withMessageContainingAll(
            "Meanwhile these threads wait for their turn in the environment",
            "(StartExecution)",
            "An answer that waits for one of them waits for ever");
    impatient.forgetAnswerErrors();
  }
}
