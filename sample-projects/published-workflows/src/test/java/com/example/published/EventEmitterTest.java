package com.example.published;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.mock.SentMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Workers, the Express children of a Distributed Map, send messages at random for ever, until
 * somebody changes the settings in a table.
 */
class EventEmitterTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine emitter =
      PublishedWorkflow.of(
              "emitter",
              "sfn-examples/sam__demo-generate-steady-state-events__statemachines__event_emitter")
          .with("dynamodb_table_config", EmitterTable.NAME)
          .with("sqs_queue_url", "https://sqs.us-east-1.amazonaws.com/123456789012/events")
          .in(env);
  private final EmitterTable table = new EmitterTable();

  @BeforeEach
  void the_table_is_in_memory() {
    emitter.mockService("dynamodb").callsClient(table);
    emitter.mockService("sqs").capturedBy(env.outbox()).lenient();
  }

  @AfterEach
  void verify_mocks() {
    env.verifyMocksUsed();
  }

  @Test
  void settings_that_are_not_there_are_made() {
    RunningExecution run = emitter.start("{}");

    run.advance(ofSeconds(20));

    assertThat(table.settings().get("worker_count").n()).isEqualTo("10");
    assertThat(run.snapshot()).isRunning().visited("Check Config", 2);
    assertThat(run.snapshot().mapRuns().get(0).executions().running()).isEqualTo(10);
    assertThat(env.outbox().sent("sqs")).hasSizeGreaterThan(100);
  }

  @Test
  void nothing_is_sent_when_the_settings_forbid_it() {
    table.write(2, 2, false);

    Execution run = emitter.run("{}");

    assertThat(run).isSucceeded().visited("End Execution").hasDuration(Duration.ZERO);
    assertThat(env.outbox().sent("sqs")).isEmpty();
  }

  @Test
  void the_workers_end_when_the_settings_say_so() {
    table.write(3, 2, true);
    RunningExecution run = emitter.start("{}").advance(ofMinutes(2));

    table.write(3, 2, false);

    assertThat(run.finish()).isSucceeded();
    MapRun workers = run.snapshot().mapRuns().get(0);
    assertThat(workers.items().succeeded()).isEqualTo(3);
    assertThat(run.snapshot().duration()).isBetween(ofMinutes(2), ofMinutes(2).plusSeconds(10));
    assertThat(env.outbox().sent("sqs"))
        .extracting(sent -> sent.messageAt("$.thread_id").orElseThrow().asInt())
        .containsOnly(0, 1);
  }

  @Test
  void each_thread_waits_for_one_to_nine_seconds() {
    table.write(1, 1, true);
    RunningExecution run = emitter.start("{}").advance(ofMinutes(4));

    List<Long> seconds =
        env.outbox().sent("sqs").stream().map(sent -> since(run, sent).toSeconds()).toList();

    for (int i = 1; i < seconds.size(); i++) {
      assertThat(seconds.get(i) - seconds.get(i - 1)).isBetween(1L, 9L);
    }
    assertThat(seconds).hasSizeGreaterThan(20);
  }

  @Test
  void workers_that_reach_the_five_minutes_of_Express_are_replaced() {
    table.write(2, 1, true);
    RunningExecution run = emitter.start("{}").advance(ofMinutes(11));

    table.write(2, 1, false);

    assertThat(run.finish()).isSucceeded();
    List<MapRun> runs = run.snapshot().mapRuns();
    assertThat(runs).hasSize(3);
    assertThat(runs.get(0).items().timedOut()).isEqualTo(2);
    assertThat(runs.get(0).children())
        .allSatisfy(
            worker -> {
              assertThat(worker.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
              assertThat(worker.duration()).isEqualTo(ofMinutes(5));
            });
    assertThat(runs.get(2).items().succeeded()).isEqualTo(2);
  }

  private static Duration since(RunningExecution run, SentMessage sent) {
    return Duration.between(run.snapshot().startedAt(), sent.at());
  }
}
