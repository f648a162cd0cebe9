package io.stepunit.sfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.json.Json;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ActivityDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ActivityListItem;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineAliasResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetActivityTaskResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;
import software.amazon.awssdk.services.sfn.model.SfnRequest;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineAliasListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.StateMachineVersionListItem;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;
import software.amazon.awssdk.services.sfn.model.Tag;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import software.amazon.awssdk.services.sfn.model.TestExecutionStatus;
import software.amazon.awssdk.services.sfn.model.TestStateResponse;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResponse;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResultCode;

/**
 * Each operation of the SDK's client, as application code uses it. The name of a test begins with
 * the operation's.
 */
class SfnOperationsTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/orders";
  private static final String ASK =
      """
      {"StartAt": "Ask", "States": {"Ask": {
        "Type": "Task",
        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
        "Parameters": {
          "QueueUrl": "https://sqs.us-east-1.amazonaws.com/123456789012/questions",
          "MessageBody": {"token.$": "$$.Task.Token"}
        },
        "HeartbeatSeconds": 60,
        "End": true
      }}}
      """;
  private static final String PASS =
      """
      {"StartAt": "Go", "States": {"Go": {"Type": "Pass", "End": true}}}
      """;
  private static final String FAIL =
      """
      {"StartAt": "No", "States": {"No": {"Type": "Fail", "Error": "No.Way", "Cause": "closed"}}}
      """;
  private static final String WORK =
      """
      {"StartAt": "Work", "States": {"Work": {
        "Type": "Task",
        "Resource": "arn:aws:states:us-east-1:123456789012:activity:desk",
        "End": true
      }}}
      """;
  private static final String MAP =
      """
      {"StartAt": "Each", "States": {"Each": {
        "Type": "Map",
        "MaxConcurrency": 1,
        "ItemProcessor": {
          "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "Rest",
          "States": {"Rest": {"Type": "Wait", "Seconds": 60, "End": true}}
        },
        "End": true
      }}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final SfnClient client = env.sfnClient();
  private String machine;
  private String version;
  private String alias;
  private String activity;

  @BeforeEach
  void deploy() {
    CreateStateMachineResponse created =
        client.createStateMachine(
            request ->
                request
                    .name("order")
                    .definition(ASK)
                    .roleArn(ROLE)
                    .publish(true)
                    .tags(Tag.builder().key("team").value("blue").build()));
    machine = created.stateMachineArn();
    version = created.stateMachineVersionArn();
    alias =
        client
            .createStateMachineAlias(request -> request.name("live").routingConfiguration(all()))
            .stateMachineAliasArn();
    activity = client.createActivity(request -> request.name("desk")).activityArn();
  }

  private RoutingConfigurationListItem all() {
    return RoutingConfigurationListItem.builder()
        .stateMachineVersionArn(version)
        .weight(100)
        .build();
  }

  private String create(String name, String definition) {
    return client
        .createStateMachine(request -> request.name(name).definition(definition).roleArn(ROLE))
        .stateMachineArn();
  }

  private String start(String arn) {
    return client
        .startExecution(request -> request.stateMachineArn(arn).name("one").input("{\"id\": 7}"))
        .executionArn();
  }

  private ExecutionStatus status(String execution) {
    return client.describeExecution(request -> request.executionArn(execution)).status();
  }

  private List<HistoryEvent> history(String execution) {
    return client.getExecutionHistory(request -> request.executionArn(execution)).events();
  }

  /** The token as it stands in what was sent. */
  private String token(String execution) {
    HistoryEvent scheduled =
        history(execution).stream()
            .filter(event -> event.type() == HistoryEventType.TASK_SCHEDULED)
            .findFirst()
            .orElseThrow();
    JsonNode sent = Json.parse(scheduled.taskScheduledEventDetails().parameters());
    return sent.get("MessageBody").get("token").textValue();
  }

  private String mapRun() {
    String arn = create("map", MAP);
    String execution =
        client
            .startExecution(request -> request.stateMachineArn(arn).input("[1, 2]"))
            .executionArn();
    return client
        .listMapRuns(request -> request.executionArn(execution))
        .mapRuns()
        .get(0)
        .mapRunArn();
  }

  private List<Tag> tags() {
    return client.listTagsForResource(request -> request.resourceArn(machine)).tags();
  }

  @Test
  void each_operation_of_the_client_has_a_test() {
    Set<String> operations =
        Arrays.stream(SfnClient.class.getMethods())
            .filter(
                method ->
                    Arrays.stream(method.getParameterTypes())
                        .anyMatch(SfnRequest.class::isAssignableFrom))
            .map(Method::getName)
            .filter(name -> !name.endsWith("Paginator"))
            .collect(Collectors.toSet());
    Set<String> tested =
        Arrays.stream(SfnOperationsTest.class.getDeclaredMethods())
            .map(method -> method.getName().split("_")[0])
            .collect(Collectors.toSet());

    assertThat(operations).hasSizeGreaterThanOrEqualTo(37);
    assertThat(tested).containsAll(operations);
  }

  @Test
  void createActivity_answers_with_its_ARN() {
    assertThat(activity).isEqualTo("arn:aws:states:us-east-1:123456789012:activity:desk");
  }

  @Test
  void createStateMachine_answers_with_ARN_and_version() {
    assertThat(machine).isEqualTo("arn:aws:states:us-east-1:123456789012:stateMachine:order");
    assertThat(version).isEqualTo(machine + ":1");
  }

  @Test
  void createStateMachineAlias_answers_with_its_ARN() {
    assertThat(alias).isEqualTo(machine + ":live");
  }

  @Test
  void deleteActivity_lets_it_be_unknown() {
    client.deleteActivity(request -> request.activityArn(activity));

    assertThatThrownBy(() -> client.describeActivity(request -> request.activityArn(activity)))
        .isInstanceOf(ActivityDoesNotExistException.class);
  }

  @Test
  void deleteStateMachine_lets_it_be_unknown_after_a_while() {
    client.deleteStateMachine(request -> request.stateMachineArn(machine));
    env.advance(Duration.ofMinutes(2));

    assertThatThrownBy(
            () -> client.describeStateMachine(request -> request.stateMachineArn(machine)))
        .isInstanceOf(StateMachineDoesNotExistException.class);
  }

  @Test
  void deleteStateMachineAlias_takes_it_off_the_list() {
    client.deleteStateMachineAlias(request -> request.stateMachineAliasArn(alias));

    assertThat(
            client
                .listStateMachineAliases(request -> request.stateMachineArn(machine))
                .stateMachineAliases())
        .isEmpty();
  }

  @Test
  void deleteStateMachineVersion_takes_it_off_the_list() {
    client.deleteStateMachineAlias(request -> request.stateMachineAliasArn(alias));
    client.deleteStateMachineVersion(request -> request.stateMachineVersionArn(version));

    assertThat(
            client
                .listStateMachineVersions(request -> request.stateMachineArn(machine))
                .stateMachineVersions())
        .isEmpty();
  }

  @Test
  void describeActivity_tells_its_name() {
    assertThat(client.describeActivity(request -> request.activityArn(activity)).name())
        .isEqualTo("desk");
  }

  @Test
  void describeExecution_tells_how_it_stands() {
    assertThat(status(start(machine))).isEqualTo(ExecutionStatus.RUNNING);
  }

  @Test
  void describeMapRun_tells_how_far_it_is() {
    String mapRun = mapRun();

    DescribeMapRunResponse described = client.describeMapRun(request -> request.mapRunArn(mapRun));

    assertThat(described.maxConcurrency()).isEqualTo(1);
    assertThat(described.itemCounts().total()).isEqualTo(2);
  }

  @Test
  void describeStateMachine_shows_what_was_sent() {
    DescribeStateMachineResponse described =
        client.describeStateMachine(request -> request.stateMachineArn(machine));

    assertThat(described.definition()).isEqualTo(ASK);
    assertThat(described.roleArn()).isEqualTo(ROLE);
    assertThat(described.status()).isEqualTo(StateMachineStatus.ACTIVE);
    assertThat(described.type()).isEqualTo(StateMachineType.STANDARD);
    assertThat(described.creationDate()).isEqualTo(StepFunctionsEnvironment.DEFAULT_START);
  }

  @Test
  void describeStateMachineAlias_shows_its_routing() {
    DescribeStateMachineAliasResponse described =
        client.describeStateMachineAlias(request -> request.stateMachineAliasArn(alias));

    assertThat(described.name()).isEqualTo("live");
    assertThat(described.routingConfiguration()).containsExactly(all());
  }

  @Test
  void describeStateMachineForExecution_shows_the_definition() {
    String execution = start(machine);

    assertThat(
            client
                .describeStateMachineForExecution(request -> request.executionArn(execution))
                .definition())
        .isEqualTo(ASK);
  }

  @Test
  void getActivityTask_hands_out_a_task() {
    String execution = start(create("work", WORK));

    GetActivityTaskResponse task =
        client.getActivityTask(request -> request.activityArn(activity).workerName("kim"));
    client.sendTaskSuccess(request -> request.taskToken(task.taskToken()).output("\"done\""));

    assertThat(task.input()).isEqualTo("{\"id\": 7}");
    assertThat(status(execution)).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void getExecutionHistory_shows_events() {
    assertThat(history(start(create("pass", PASS))))
        .extracting(HistoryEvent::type)
        .containsExactly(
            HistoryEventType.EXECUTION_STARTED,
            HistoryEventType.PASS_STATE_ENTERED,
            HistoryEventType.PASS_STATE_EXITED,
            HistoryEventType.EXECUTION_SUCCEEDED);
  }

  @Test
  void listActivities_lists_them() {
    assertThat(client.listActivitiesPaginator().activities())
        .extracting(ActivityListItem::name)
        .containsExactly("desk");
  }

  @Test
  void listExecutions_lists_those_of_a_status() {
    start(machine);

    assertThat(
            client
                .listExecutionsPaginator(
                    request ->
                        request.stateMachineArn(machine).statusFilter(ExecutionStatus.RUNNING))
                .executions())
        .extracting(ExecutionListItem::name)
        .containsExactly("one");
  }

  @Test
  void listMapRuns_lists_those_of_an_execution() {
    assertThat(mapRun()).contains(":mapRun:map/");
  }

  @Test
  void listStateMachineAliases_lists_them() {
    assertThat(
            client
                .listStateMachineAliases(request -> request.stateMachineArn(machine))
                .stateMachineAliases())
        .extracting(StateMachineAliasListItem::stateMachineAliasArn)
        .containsExactly(alias);
  }

  @Test
  void listStateMachineVersions_lists_them() {
    assertThat(
            client
                .listStateMachineVersions(request -> request.stateMachineArn(machine))
                .stateMachineVersions())
        .extracting(StateMachineVersionListItem::stateMachineVersionArn)
        .containsExactly(version);
  }

  @Test
  void listStateMachines_turns_pages() {
    create("pass", PASS);
    create("fail", FAIL);

    assertThat(client.listStateMachinesPaginator(request -> request.maxResults(2)).stateMachines())
        .extracting(StateMachineListItem::name)
        .containsExactly("fail", "order", "pass");
  }

  @Test
  void listTagsForResource_lists_them() {
    assertThat(tags()).containsExactly(Tag.builder().key("team").value("blue").build());
  }

  @Test
  void publishStateMachineVersion_makes_the_next_version() {
    client.updateStateMachine(request -> request.stateMachineArn(machine).definition(PASS));

    assertThat(
            client
                .publishStateMachineVersion(request -> request.stateMachineArn(machine))
                .stateMachineVersionArn())
        .isEqualTo(machine + ":2");
  }

  @Test
  void redriveExecution_lets_it_run_again() {
    String execution = start(create("fail", FAIL));

    client.redriveExecution(request -> request.executionArn(execution));

    assertThat(history(execution))
        .extracting(HistoryEvent::type)
        .contains(HistoryEventType.EXECUTION_REDRIVEN);
    assertThat(client.describeExecution(request -> request.executionArn(execution)).redriveStatus())
        .isEqualTo(ExecutionRedriveStatus.REDRIVABLE);
  }

  @Test
  void sendTaskFailure_fails_the_task() {
    String execution = start(machine);
    String token = token(execution);

    client.sendTaskFailure(request -> request.taskToken(token).error("Desk.Closed"));

    assertThat(client.describeExecution(request -> request.executionArn(execution)).error())
        .isEqualTo("Desk.Closed");
  }

  @Test
  void sendTaskHeartbeat_puts_off_the_timeout() {
    String execution = start(machine);
    String token = token(execution);
    env.advance(Duration.ofSeconds(50));

    client.sendTaskHeartbeat(request -> request.taskToken(token));
    env.advance(Duration.ofSeconds(50));
    ExecutionStatus kept = status(execution);
    env.advance(Duration.ofSeconds(50));

    assertThat(kept).isEqualTo(ExecutionStatus.RUNNING);
    assertThatThrownBy(() -> client.sendTaskHeartbeat(request -> request.taskToken(token)))
        .isInstanceOf(TaskTimedOutException.class);
  }

  @Test
  void sendTaskSuccess_gives_the_output() {
    String execution = start(machine);
    String token = token(execution);

    client.sendTaskSuccess(request -> request.taskToken(token).output("{\"yes\": true}"));

    assertThat(client.describeExecution(request -> request.executionArn(execution)).output())
        .isEqualTo("{\"yes\": true}");
  }

  @Test
  void startExecution_runs_a_version_or_an_alias() {
    String byAlias =
        client.startExecution(request -> request.stateMachineArn(alias)).executionArn();

    assertThat(
            client
                .describeExecution(request -> request.executionArn(byAlias))
                .stateMachineVersionArn())
        .isEqualTo(version);
  }

  @Test
  void startSyncExecution_waits_for_the_end() {
    String express =
        client
            .createStateMachine(
                request ->
                    request
                        .name("quick")
                        .definition(PASS)
                        .roleArn(ROLE)
                        .type(StateMachineType.EXPRESS))
            .stateMachineArn();

    StartSyncExecutionResponse ended =
        client.startSyncExecution(request -> request.stateMachineArn(express).input("{\"id\": 7}"));

    assertThat(ended.status()).isEqualTo(SyncExecutionStatus.SUCCEEDED);
    assertThat(ended.output()).isEqualTo("{\"id\": 7}");
    assertThat(ended.billingDetails().billedMemoryUsedInMB()).isEqualTo(64);
  }

  @Test
  void stopExecution_aborts_it() {
    String execution = start(machine);

    client.stopExecution(request -> request.executionArn(execution).error("Enough"));

    assertThat(status(execution)).isEqualTo(ExecutionStatus.ABORTED);
  }

  @Test
  void tagResource_adds_a_tag() {
    Tag tag = Tag.builder().key("stage").value("test").build();

    client.tagResource(request -> request.resourceArn(machine).tags(tag));

    assertThat(tags()).contains(tag).hasSize(2);
  }

  @Test
  void testState_answers_with_output() {
    TestStateResponse tested =
        client.testState(
            request ->
                request
                    .definition("{\"Type\": \"Pass\", \"Result\": 7, \"End\": true}")
                    .roleArn(ROLE)
                    .input("{}"));

    assertThat(tested.status()).isEqualTo(TestExecutionStatus.SUCCEEDED);
    assertThat(tested.output()).isEqualTo("7");
  }

  @Test
  void untagResource_takes_a_tag_away() {
    client.untagResource(request -> request.resourceArn(machine).tagKeys("team"));

    assertThat(tags()).isEmpty();
  }

  @Test
  void updateMapRun_changes_what_runs() {
    String mapRun = mapRun();

    client.updateMapRun(request -> request.mapRunArn(mapRun).maxConcurrency(2));

    assertThat(client.describeMapRun(request -> request.mapRunArn(mapRun)).maxConcurrency())
        .isEqualTo(2);
  }

  @Test
  void updateStateMachine_gives_it_another_definition() {
    UpdateStateMachineResponse updated =
        client.updateStateMachine(request -> request.stateMachineArn(machine).definition(PASS));

    assertThat(updated.revisionId()).isNotEmpty();
    assertThat(status(start(machine))).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void updateStateMachineAlias_describes_it() {
    client.updateStateMachineAlias(
        request -> request.stateMachineAliasArn(alias).description("what customers use"));

    assertThat(
            client
                .describeStateMachineAlias(request -> request.stateMachineAliasArn(alias))
                .description())
        .isEqualTo("what customers use");
  }

  @Test
  void validateStateMachineDefinition_tells_what_is_wrong() {
    ValidateStateMachineDefinitionResponse answer =
        client.validateStateMachineDefinition(
            request ->
                request.definition(
                    "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\"}}}"));

    assertThat(answer.result()).isEqualTo(ValidateStateMachineDefinitionResultCode.FAIL);
    assertThat(answer.diagnostics()).isNotEmpty();
  }
}
