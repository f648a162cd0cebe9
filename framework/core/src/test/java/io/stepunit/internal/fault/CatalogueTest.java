package io.stepunit.internal.fault;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Execution;
import io.stepunit.MockValidation;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.StuckExecutionError;
import io.stepunit.TestStateMachine;
import io.stepunit.fault.FaultKind;
import io.stepunit.fault.FaultRule;
import io.stepunit.fault.FaultTarget;
import io.stepunit.history.Call;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault in each kind of integration does what the catalogue says of it. */
class CatalogueTest {
  private static final FaultCatalogue CATALOGUE = FaultCatalogue.aws();
  private static final String RESULT =
      """
      {"value": "good", "Payload": {"paid": true}, "ExecutionArn": "arn:aws:states:us-east-1:123456789012:execution:child:c", "StartDate": 1790676767025}
      """;
  private static final Duration WORK = ofSeconds(20);

  private static final Map<IntegrationKind, String> RESOURCES =
      Map.of(
          IntegrationKind.LAMBDA_FUNCTION, "arn:aws:lambda:us-east-1:123456789012:function:charge",
          IntegrationKind.LAMBDA_INVOKE, "arn:aws:states:::lambda:invoke",
          IntegrationKind.OPTIMIZED, "arn:aws:states:::sqs:sendMessage",
          IntegrationKind.SDK, "arn:aws:states:::aws-sdk:dynamodb:getItem",
          IntegrationKind.NESTED, "arn:aws:states:::states:startExecution",
          IntegrationKind.HTTP, "arn:aws:states:::http:invoke",
          IntegrationKind.API_GATEWAY, "arn:aws:states:::apigateway:invoke",
          IntegrationKind.ACTIVITY, "arn:aws:states:us-east-1:123456789012:activity:charge",
          IntegrationKind.SYNC, "arn:aws:states:::glue:startJobRun.sync",
          IntegrationKind.CALLBACK, "arn:aws:states:::sqs:sendMessage.waitForTaskToken");

  private static final Map<IntegrationKind, String> PARAMETERS =
      Map.of(
          IntegrationKind.LAMBDA_FUNCTION, "{}",
          IntegrationKind.LAMBDA_INVOKE, "{\"FunctionName\": \"charge\"}",
          IntegrationKind.OPTIMIZED, "{\"QueueUrl\": \"u\", \"MessageBody\": \"b\"}",
          IntegrationKind.SDK, "{\"TableName\": \"t\", \"Key\": {}}",
          IntegrationKind.NESTED,
              "{\"StateMachineArn\": \"arn:aws:states:us-east-1:123456789012:stateMachine:child\"}",
          IntegrationKind.HTTP,
              "{\"ApiEndpoint\": \"https://example.com\", \"Method\": \"GET\", \"Authentication\":"
                  + " {\"ConnectionArn\":"
                  + " \"arn:aws:events:us-east-1:123456789012:connection/c/1\"}}",
          IntegrationKind.API_GATEWAY,
              "{\"ApiEndpoint\": \"a.execute-api.us-east-1.amazonaws.com\", \"Method\": \"GET\"}",
          IntegrationKind.ACTIVITY, "{}",
          IntegrationKind.SYNC, "{\"JobName\": \"j\"}",
          IntegrationKind.CALLBACK,
              "{\"QueueUrl\": \"u\", \"MessageBody\": {\"token.$\": \"$$.Task.Token\"}}");

  private final AtomicInteger effects = new AtomicInteger();

  private TestStateMachine machine(IntegrationKind kind, String deadlines) {
    TestStateMachine machine =
        StepFunctionsEnvironment.create()
            .define(
                "order",
                """
                {"StartAt": "Charge", "States": {"Charge": {"Type": "Task", "Resource": "%s",
                  "Parameters": %s, %s "End": true}}}
                """
                    .formatted(RESOURCES.get(kind), PARAMETERS.get(kind), deadlines));
    machine
        .mock("Charge")
        .validation(MockValidation.NONE)
        .answers(
            call -> {
              effects.incrementAndGet();
              return RESULT;
            })
        .taking(WORK);
    return machine;
  }

  private static CatalogueEntry resolved(CatalogueEntry entry) {
    return CATALOGUE
        .entry(entry.fault(), Resource.parse(RESOURCES.get(entry.integration())))
        .of(Json.parse("{\"ApiEndpoint\": \"https://example.com\"}"));
  }

  private static List<String> eventsOf(Execution run) {
    return run.events().stream().map(HistoryEvent::type).map(EventType::awsName).toList();
  }

  private static FaultRule inject(FaultKind kind, FaultTarget target) {
    return switch (kind) {
      case FAILS -> target.fails("Boom", "it broke");
      case THROTTLED -> target.throttled();
      case REFUSES_PERMISSION -> target.refusesPermission();
      case TIMES_OUT -> target.timesOut();
      case FAILS_AFTER_EFFECT -> target.failsAfterEffect("Boom", "it broke");
      case LOSES_REPLY -> target.losesReply();
      case EXCEEDS_PAYLOAD -> target.exceedsPayload();
      case CORRUPTS_RESULT -> target.corruptsResult();
      case DROPS_HEARTBEATS -> target.dropsHeartbeats();
      case LOSES_CALLBACK -> target.losesCallback();
      case DELAYS_CALLBACK -> target.delaysCallback(ofMinutes(5));
      case DUPLICATES_CALLBACK -> target.duplicatesCallback();
      case LATENCY -> target.latency(ofMinutes(5));
    };
  }

  @Test
  void it_has_each_fault_in_each_kind_of_integration_once() {
    assertThat(CATALOGUE.entries())
        .hasSize(FaultKind.values().length * IntegrationKind.values().length)
        .extracting(CatalogueEntry::fault, CatalogueEntry::integration)
        .doesNotHaveDuplicates();
    assertThat(CATALOGUE.entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.evidence().isPresent()).isEqualTo(entry.applies());
              assertThat(entry.event().isPresent()).isEqualTo(entry.applies());
              assertThat(entry.applies() || !entry.note().isEmpty()).isTrue();
            });
  }

  private static Stream<CatalogueEntry> entries(FaultKind... kinds) {
    return CATALOGUE.entries().stream()
        .filter(CatalogueEntry::applies)
        .filter(entry -> List.of(kinds).contains(entry.fault()));
  }

  static Stream<CatalogueEntry> impossible() {
    return CATALOGUE.entries().stream().filter(entry -> !entry.applies());
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void what_cannot_affect_an_integration_is_refused_with_the_reason(CatalogueEntry entry) {
    TestStateMachine machine = machine(entry.integration(), "");

    assertThatThrownBy(() -> inject(entry.fault(), machine.faults().on("Charge")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not fit 'Charge' (order:1)")
        .hasMessageContaining(entry.note());
  }

  static Stream<CatalogueEntry> failures() {
    return entries(FaultKind.FAILS, FaultKind.FAILS_AFTER_EFFECT);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void fails_as_the_test_says_before_or_after_the_effect(CatalogueEntry entry) {
    TestStateMachine machine = machine(entry.integration(), "");
    inject(entry.fault(), machine.faults().on("Charge"));

    Execution run = machine.run("{}");

    assertThat(run.error()).contains("Boom");
    assertThat(run.cause()).contains("it broke");
    assertThat(eventsOf(run)).contains(entry.event().orElseThrow());
    assertThat(effects).hasValue(entry.fault() == FaultKind.FAILS ? 0 : 1);
  }

  static Stream<CatalogueEntry> refusals() {
    return entries(FaultKind.THROTTLED, FaultKind.REFUSES_PERMISSION);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void call_is_refused_by_the_service_and_does_nothing(CatalogueEntry entry) {
    TestStateMachine machine = machine(entry.integration(), "");
    inject(entry.fault(), machine.faults().on("Charge"));

    Execution run = machine.run("{}");

    assertThat(run.error()).isPresent().isEqualTo(resolved(entry).error());
    assertThat(run.cause()).isPresent().isEqualTo(resolved(entry).cause());
    assertThat(run.error().orElseThrow() + run.cause().orElseThrow())
        .doesNotContain(
            "{prefix}",
            "{unspecific}",
            "{throttling}",
            "{denied}",
            "{details",
            "{endpoint}",
            "{call}");
    assertThat(eventsOf(run)).contains(entry.event().orElseThrow()).doesNotContain("TaskSubmitted");
    assertThat(effects).hasValue(0);
  }

  static Stream<CatalogueEntry> silent() {
    return entries(FaultKind.TIMES_OUT, FaultKind.LOSES_REPLY);
  }

  @ParameterizedTest
  @MethodSource("silent")
  void runs_into_the_deadline_of_the_state(CatalogueEntry entry) {
    TestStateMachine machine = machine(entry.integration(), "\"TimeoutSeconds\": 21,");
    inject(entry.fault(), machine.faults().on("Charge"));

    Execution run = machine.run("{}");

    assertThat(run.error()).contains("States.Timeout");
    assertThat(run.cause()).isEmpty();
    assertThat(run.duration()).isEqualTo(ofSeconds(21));
    assertThat(eventsOf(run)).anyMatch(type -> type.endsWith("TimedOut"));
    assertThat(effects).hasValue(entry.fault() == FaultKind.TIMES_OUT ? 0 : 1);
  }

  @ParameterizedTest
  @MethodSource("silent")
  void runs_into_what_the_service_allows_where_the_state_has_no_deadline(CatalogueEntry entry) {
    TestStateMachine machine = machine(entry.integration(), "");
    inject(entry.fault(), machine.faults().on("Charge"));
    CatalogueEntry shown = resolved(entry);

    if (shown.error().isEmpty()) {
      assertThatThrownBy(() -> machine.run("{}")).isInstanceOf(StuckExecutionError.class);
      return;
    }
    Execution run = machine.run("{}");

    assertThat(run.error()).isEqualTo(shown.error());
    assertThat(run.cause()).isEqualTo(shown.cause());
    assertThat(run.duration()).isEqualTo(shown.after().orElseThrow()).isPositive();
  }

  static Stream<CatalogueEntry> results() {
    return entries(FaultKind.EXCEEDS_PAYLOAD, FaultKind.CORRUPTS_RESULT);
  }

  @ParameterizedTest
  @MethodSource("results")
  void call_does_its_work_and_returns_a_damaged_result(CatalogueEntry entry) {
    TestStateMachine machine = machine(entry.integration(), "");
    inject(entry.fault(), machine.faults().on("Charge"));

    Execution run = machine.run("{}");

    assertThat(run.error()).isEqualTo(entry.error());
    assertThat(eventsOf(run)).contains(entry.event().orElseThrow());
    assertThat(run.calls("Charge").get(0).result()).isNotEqualTo(Optional.of(Json.parse(RESULT)));
    assertThat(effects).hasValue(1);
  }

  static Stream<CatalogueEntry> slow() {
    return entries(FaultKind.LATENCY, FaultKind.DELAYS_CALLBACK);
  }

  @ParameterizedTest
  @MethodSource("slow")
  void answers_later(CatalogueEntry entry) {
    TestStateMachine machine = machine(entry.integration(), "");
    inject(entry.fault(), machine.faults().on("Charge"));

    Execution run = machine.run("{}");

    assertThat(eventsOf(run)).contains(entry.event().orElseThrow(), "ExecutionSucceeded");
    assertThat(run.duration()).isEqualTo(WORK.plusMinutes(5));
  }

  @ParameterizedTest
  @MethodSource("slow")
  void answers_too_late_for_the_deadline(CatalogueEntry entry) {
    TestStateMachine machine = machine(entry.integration(), "\"TimeoutSeconds\": 60,");
    inject(entry.fault(), machine.faults().on("Charge"));

    Execution run = machine.run("{}");

    assertThat(run.error()).contains("States.Timeout");
    assertThat(run.duration()).isEqualTo(ofSeconds(60));
  }

  static Stream<CatalogueEntry> heartbeats() {
    return entries(FaultKind.DROPS_HEARTBEATS);
  }

  @ParameterizedTest
  @MethodSource("heartbeats")
  void misses_the_heartbeats_of_a_mock(CatalogueEntry entry) {
    TestStateMachine machine = machine(entry.integration(), "\"HeartbeatSeconds\": 30,");
    machine.mock("Charge").returns(RESULT).taking(ofMinutes(5)).heartbeatsEvery(ofSeconds(10));
    inject(entry.fault(), machine.faults().on("Charge"));

    Execution run = machine.run("{}");

    assertThat(run.error()).isEqualTo(entry.error());
    assertThat(run.duration()).isEqualTo(ofSeconds(30));
    assertThat(eventsOf(run)).contains(entry.event().orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("heartbeats")
  void misses_the_heartbeats_that_the_test_sends(CatalogueEntry entry) {
    TestStateMachine machine = machine(entry.integration(), "\"HeartbeatSeconds\": 30,");
    machine.mock("Charge").waitsForToken();
    inject(entry.fault(), machine.faults().on("Charge"));

    RunningExecution run = machine.start("{}").runUntilParked();
    run.advance(ofSeconds(20));
    run.token("Charge").heartbeat();
    run.advance(ofSeconds(20));

    assertThat(run.snapshot().error()).isEqualTo(entry.error());
    assertThat(run.snapshot().duration()).isEqualTo(ofSeconds(30));
  }

  static Stream<CatalogueEntry> lostCallbacks() {
    return entries(FaultKind.LOSES_CALLBACK);
  }

  @ParameterizedTest
  @MethodSource("lostCallbacks")
  void execution_does_not_see_a_lost_callback(CatalogueEntry entry) {
    TestStateMachine machine = machine(entry.integration(), "\"TimeoutSeconds\": 60,");
    inject(entry.fault(), machine.faults().on("Charge"));

    Execution scripted = machine.run("{}");
    machine.mock("Charge").waitsForToken();
    RunningExecution driven = machine.start("{}").runUntilParked();
    driven.token("Charge").succeed(RESULT);

    assertThat(scripted.error()).isEqualTo(entry.error());
    assertThat(eventsOf(scripted)).contains(entry.event().orElseThrow());
    assertThat(driven.finish().error()).isEqualTo(entry.error());
    assertThat(driven.snapshot().duration()).isEqualTo(ofSeconds(60));
  }

  static Stream<CatalogueEntry> doubleCallbacks() {
    return entries(FaultKind.DUPLICATES_CALLBACK);
  }

  @ParameterizedTest
  @MethodSource("doubleCallbacks")
  void takes_one_of_two_callbacks(CatalogueEntry entry) {
    TestStateMachine machine = machine(entry.integration(), "");
    inject(entry.fault(), machine.faults().on("Charge"));

    Execution scripted = machine.run("{}");
    machine.mock("Charge").waitsForToken();
    RunningExecution driven = machine.start("{}").runUntilParked();
    driven.token("Charge").succeed(RESULT);

    assertThat(eventsOf(scripted)).containsOnlyOnce(entry.event().orElseThrow());
    assertThat(scripted.injectedFaults()).hasSize(1);
    assertThat(eventsOf(driven.finish())).containsOnlyOnce(entry.event().orElseThrow());
    assertThat(driven.snapshot().injectedFaults()).hasSize(1);
    assertThat(driven.snapshot().calls()).extracting(Call::state).containsExactly("Charge");
  }

  @Test
  void a_late_callback_of_the_test_arrives_later() {
    TestStateMachine machine = machine(IntegrationKind.CALLBACK, "\"TimeoutSeconds\": 600,");
    machine.mock("Charge").waitsForToken();
    machine.faults().on("Charge").delaysCallback(ofMinutes(5));

    RunningExecution run = machine.start("{}").runUntilParked();
    run.token("Charge").succeed(RESULT);

    assertThat(run.finish().duration()).isEqualTo(ofMinutes(5));
  }
}
