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
import io.stepunit.table.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Workers, the Express children of a Distributed Map, send messages at random for ever, until
 * somebody changes the settings in a table.
 */
class EventEmitterTest {
  private static final String TABLE = "demo-event-emitter_event-pusher-config";
  private static final String SETTINGS = "event_emitter";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine emitter =
      PublishedWorkflow.of(
              "emitter",
              "sfn-examples/sam__demo-generate-steady-state-events__statemachines__event_emitter")
          .with("dynamodb_table_config", TABLE)
          .with("sqs_queue_url", "https://sqs.us-east-1.amazonaws.com/123456789012/events")
          .in(env);
  private final Table table = env.table(TABLE).key("config_id");

  @BeforeEach
  void messages_are_kept() {
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

    assertThat(table).hasItem(SETTINGS, settings -> settings.hasAttribute("worker_count", 10));
    assertThat(run.snapshot()).isRunning().visited("Check Config", 2);
    assertThat(run.snapshot().mapRuns().get(0).executions().running()).isEqualTo(10);
    assertThat(env.outbox().sent("sqs")).hasSizeGreaterThan(100);
  }

  @Test
  void nothing_is_sent_when_the_settings_forbid_it() {
    write(2, 2, false);

    Execution run = emitter.run("{}");

    assertThat(run).isSucceeded().visited("End Execution").hasDuration(Duration.ZERO);
    assertThat(env.outbox().sent("sqs")).isEmpty();
  }

  @Test
  void the_workers_end_when_the_settings_say_so() {
    write(3, 2, true);
    RunningExecution run = emitter.start("{}").advance(ofMinutes(2));

    write(3, 2, false);

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
    write(1, 1, true);
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
    write(2, 1, true);
    RunningExecution run = emitter.start("{}").advance(ofMinutes(11));

    write(2, 1, false);

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

  private void write(int workers, int threads, boolean goesOn) {
    table.put(
        Map.of(
            "config_id",
            SETTINGS,
            "worker_count",
            workers,
            "thread_count",
            threads,
            "min_wait",
            1,
            "max_wait",
            10,
            "continue",
            Boolean.toString(goesOn)));
  }

  private static Duration since(RunningExecution run, SentMessage sent) {
    return Duration.between(run.snapshot().startedAt(), sent.at());
  }
}
