package com.example.published;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.StateVisit;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Executions contend for a lock that is an item of a table in memory, in one virtual time. The
 * holder works for as long as the mock of the Lambda function takes.
 */
class SemaphoreTest {
  private static final String SOURCE =
      "sfn-collection/app-control-concurrency-with-dynamodb-tf__statemachines__";
  private static final String WORK = "Run Lambda Function With Controlled Concurrency";
  private static final Map<String, Object> JOB = Map.of("job", "print");
  private static final Duration[] SIX_RETRIES = {
    ofSeconds(1), ofSeconds(2), ofSeconds(4), ofSeconds(8), ofSeconds(16), ofSeconds(32)
  };

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final PublishedWorkflow workflow =
      PublishedWorkflow.of("semaphore", SOURCE + "dynamodb-semaphore")
          .with("SF_TableSemaphore", SemaphoreTable.TABLE)
          .with("SF_LockName", SemaphoreTable.LOCK)
          .with("SF_LambdaARN", "arn:aws:lambda:us-east-1:123456789012:function:print");
  private final SemaphoreTable table = new SemaphoreTable(env);

  private TestStateMachine semaphore(int limit, Duration work) {
    TestStateMachine machine = workflow.with("SF_ConcurrentAccessLimit", limit).in(env);
    machine.mock(WORK).returnsPayload(Map.of("printed", true)).taking(work);
    return machine;
  }

  @AfterEach
  void verify_mocks() {
    env.verifyMocksUsed();
  }

  @Test
  void the_first_execution_makes_the_lock_and_gives_it_back() {
    Execution run = semaphore(1, ofSeconds(30)).run(JOB);

    assertThat(run)
        .isSucceeded()
        .visitedInOrder("Acquire Lock", "Initialize Lock Item", "Acquire Lock", "Do Work")
        .visit(
            "Acquire Lock",
            1,
            none -> none.hasAttempts(1).wasCaught("DynamoDB.AmazonDynamoDBException"))
        .visit(
            "Acquire Lock",
            2,
            acquire -> acquire.hasOutputAt("$.Attributes.currentlockcount.N", "1"))
        .state("Get Lock", lock -> lock.hasOutput(JOB))
        .hasCallInputsAt(WORK, "$.Payload.Input.job", "print")
        .hasDuration(ofSeconds(30));
    assertThat(table.count()).isZero();
    assertThat(table.owners()).isEmpty();
  }

  @Test
  void the_second_execution_waits_until_the_first_gives_the_lock_back() {
    TestStateMachine semaphore = semaphore(1, ofSeconds(20));
    RunningExecution first = semaphore.start(JOB);
    RunningExecution second = semaphore.start(JOB);

    env.advance(ofSeconds(19));

    assertThat(table.owners()).containsExactly(first.arn());
    assertThat(first.snapshot()).isRunning().hasCalls(WORK, 1);
    assertThat(second.snapshot()).isRunning().hasCalls(WORK, 0);

    assertThat(first.finish()).isSucceeded().hasDuration(ofSeconds(20));
    assertThat(second.finish())
        .isSucceeded()
        .visit(
            "Acquire Lock",
            2,
            contended ->
                contended
                    .hasAttempts(6)
                    .hasRetryDelays(
                        ofSeconds(1), ofSeconds(2), ofSeconds(4), ofSeconds(8), ofSeconds(16))
                    .wasNotCaught())
        .neverVisited("Wait to Get Lock")
        .hasDuration(ofSeconds(31 + 20));
    assertThat(workOf(second).enteredAt()).isAfter(workOf(first).exitedAt().orElseThrow());
    assertThat(table.count()).isZero();
    assertThat(table.owners()).isEmpty();
  }

  @Test
  void both_find_no_lock_and_one_of_them_makes_it() {
    TestStateMachine semaphore = semaphore(1, ofSeconds(20));
    RunningExecution first = semaphore.start(JOB);
    RunningExecution second = semaphore.start(JOB);

    assertThat(first.finish())
        .state("Initialize Lock Item", made -> made.hasAttempts(1).wasNotCaught());
    assertThat(second.finish())
        .isSucceeded()
        .state(
            "Initialize Lock Item",
            late -> late.wasCaught("DynamoDB.ConditionalCheckFailedException"));
  }

  @Test
  void who_waits_for_longer_than_the_retries_looks_at_the_lock_and_tries_again() {
    TestStateMachine semaphore = semaphore(1, ofMinutes(2));
    RunningExecution first = semaphore.start(JOB);
    RunningExecution second = semaphore.start(JOB);

    assertThat(first.finish()).hasDuration(ofMinutes(2));
    assertThat(second.finish())
        .isSucceeded()
        .visit(
            "Acquire Lock",
            2,
            contended ->
                contended
                    .hasRetryDelays(SIX_RETRIES)
                    .wasCaught("DynamoDB.ConditionalCheckFailedException"))
        .state(
            "Get Current Lock Record",
            read -> read.hasOutputAt("$.lockinfo.currentlockitem.ItemString", "{}"))
        .visited("Wait to Get Lock", 1)
        .visit("Acquire Lock", 3, again -> again.hasRetryDelays(SIX_RETRIES).wasNotCaught())
        .hasDuration(ofSeconds(63 + 3 + 63).plusMinutes(2));
  }

  @Test
  void two_locks_are_held_at_once_and_the_third_execution_waits() {
    TestStateMachine semaphore = semaphore(2, ofSeconds(20));
    RunningExecution first = semaphore.start(JOB);
    RunningExecution second = semaphore.start(JOB);
    RunningExecution third = semaphore.start(JOB);

    env.advance(ofSeconds(19));

    assertThat(table.count()).isEqualTo(2);
    assertThat(table.owners()).containsExactlyInAnyOrder(first.arn(), second.arn());
    assertThat(first.finish()).isSucceeded().hasDuration(ofSeconds(20));
    assertThat(second.finish()).isSucceeded().hasDuration(ofSeconds(20));
    assertThat(third.finish()).isSucceeded().hasDuration(ofSeconds(51));
  }

  @Test
  void who_holds_the_lock_already_goes_on() {
    RunningExecution run = semaphore(1, ofSeconds(20)).start(JOB);
    table.heldBy(run.arn());

    assertThat(run.finish())
        .isSucceeded()
        .visitedInOrder(
            "Acquire Lock",
            "Get Current Lock Record",
            "Check If Lock Already Acquired",
            "Continue Because Lock Was Already Acquired",
            "Do Work")
        .hasDuration(ofSeconds(63 + 20));
    assertThat(table.count()).isZero();
    assertThat(table.owners()).isEmpty();
  }

  @Test
  void a_lock_that_was_taken_away_is_not_given_back_twice() {
    RunningExecution run = semaphore(1, ofSeconds(20)).start(JOB);
    env.advance(ofSeconds(10));
    table.heldBy("somebody else");

    assertThat(run.finish())
        .isSucceeded()
        .state(
            "Release Lock",
            release ->
                release.hasAttempts(1).wasCaught("DynamoDB.ConditionalCheckFailedException"));
    assertThat(table.count()).isOne();
    assertThat(table.owners()).containsExactly("somebody else");
  }

  @Test
  void a_lock_is_kept_by_work_that_fails_until_the_cleaner_hears_of_it() {
    TestStateMachine semaphore = semaphore(1, ofSeconds(20));
    semaphore.mock(WORK).whenInput("$.Payload.Input.job", "jam").fails("Printer.Jam");
    RunningExecution jam = semaphore.start(Map.of("job", "jam"));
    RunningExecution next = semaphore.start(JOB);
    env.advance(ofMinutes(1));

    assertThat(jam.snapshot()).isFailed().hasError("Printer.Jam").neverVisited("Release Lock");
    assertThat(table.owners()).containsExactly(jam.arn());
    assertThat(next.snapshot()).isRunning().hasCalls(WORK, 0);

    Execution cleaning = cleaner().run(Map.of("detail", Map.of("executionArn", jam.arn())));

    assertThat(cleaning).isSucceeded().visited("Clean Up Lock");
    assertThat(next.finish()).isSucceeded().hasDuration(ofSeconds(63 + 20));
    assertThat(table.owners()).isEmpty();
  }

  @Test
  void the_cleaner_leaves_a_lock_alone_that_was_given_back() {
    RunningExecution run = semaphore(1, ofSeconds(20)).start(JOB);
    run.finish();

    Execution cleaning = cleaner().run(Map.of("detail", Map.of("executionArn", run.arn())));

    assertThat(cleaning).isSucceeded().neverVisited("Clean Up Lock");
    assertThat(table.count()).isZero();
  }

  private TestStateMachine cleaner() {
    return PublishedWorkflow.of("cleaner", SOURCE + "dynamodb-semaphore-cleanfromincomplete")
        .with("SF_TableSemaphore", SemaphoreTable.TABLE)
        .with("SF_LockName", SemaphoreTable.LOCK)
        .in(env);
  }

  private static StateVisit workOf(RunningExecution run) {
    return run.snapshot().visits(WORK).get(0);
  }
}
