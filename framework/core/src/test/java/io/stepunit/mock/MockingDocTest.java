package io.stepunit.mock;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.stepunit.Execution;
import io.stepunit.MockValidation;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskFailure;
import io.stepunit.TaskReply.FailedStep;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.RequestValidation;
import io.stepunit.history.ExecutionStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** The snippets of docs/guide/mocking.md, compiled and run. */
class MockingDocTest {
  private static final Map<String, Object> ORDER = Map.of("id", 7, "lines", List.of("a", "b"));
  private static final Map<String, Boolean> PAID = Map.of("paid", true);

  private final TestStateMachine order = Machines.order();
  private final List<String> mails = new ArrayList<>();

  record Sms(String phone, String text) {}

  @Test
  void results() {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Charge").returns("{\"paid\": true}");
    order.mock("Store").returnsPayload(Map.of("stored", true));
    order.mock("Charge").returnsFile("mocks/charge-paid.json");

    Execution run = order.start(ORDER).runUntilParked().stop().snapshot();
    assertThat(run.outputAt("$.Payload.stored")).isEmpty();
    assertThat(run.visits("Store").get(0).outputAt("$.Payload.stored"))
        .hasToString("Optional[true]");
  }

  @Test
  void what_the_service_could_answer() {
    assertThatThrownBy(() -> order.mock("Notify").returns(Map.of("MessageId", 7)))
        .hasMessageContaining("Field 'MessageId' must be a string");
    order.mock("Notify").validation(MockValidation.NONE).returns(Map.of("MessageId", 7));

    assertThat(order.from("Fork").run(ORDER).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void requests() {
    StepFunctionsEnvironment env =
        StepFunctionsEnvironment.builder().requestValidation(RequestValidation.WARN).build();

    TestStateMachine put = env.define("put", Machines.PUT);
    put.mock("Put").returns("{}");
    Execution run = put.run("{\"id\": 7}");

    assertThat(run.calls()).hasSize(1);
    assertThat(run.timeline().toString()).contains("hint: Item.id.S.$ = $.id (put:6): found 7");
  }

  @Test
  void sequences() {
    order
        .mock("Charge")
        .fails("Gateway.Busy", "503")
        .times(2)
        .thenReturns(PAID)
        .taking(ofSeconds(3));
    order.mock("Store").fails("Lambda.ServiceException").at(FailedStep.START).then().neverAnswers();
    order.mock("Pick").returns(1).thenReturns(2).times(3);

    Execution run = order.run(ORDER);
    assertThat(run.visits("Charge").get(0).attempts()).hasSize(3);
  }

  @Test
  void callbacks() {
    order.mock("AwaitApproval").isCalledBackAfter(ofHours(2)).with(Map.of("by", "kim"));
    order.mock("AwaitApproval").isCalledBackAfter(ofHours(2)).failingWith("Refused", "too much");
    order.mock("AwaitApproval").waitsForToken();
    order.mock("AwaitApproval").neverAnswers().heartbeatsEvery(ofMinutes(1), 5);
    order.mock("AwaitApproval").returns(1).submits(Map.of("MessageId", "m-1"));

    order.mock("Charge").returns(ORDER);
    order.mock("Store").returnsPayload(ORDER);
    assertThat(order.start(ORDER).runUntilParked().snapshot().historyJson()).contains("m-1");
  }

  @Test
  void driven_by_hand() {
    order.mock("Charge").returns(ORDER);
    order.mock("Store").returnsPayload(ORDER);
    order.mock("Pick").returns(Map.of());
    order.mock("Notify").returns(Map.of());

    RunningExecution run = order.start(ORDER).runUntilParked();
    run.token("AwaitApproval").succeed(ORDER);

    assertThat(run.finish().duration()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void answers() {
    TestStateMachine order = Machines.charge();
    order
        .mock("Charge")
        .answers(
            call -> {
              if (call.inputAt("$.amount").asInt() > 100) {
                throw new TaskFailure("Card.Declined", "over the limit");
              }
              return Map.of("paid", true, "at", call.clock().instant().toString());
            });
    assertThat(order.run(Map.of("amount", 900)).cause()).contains("over the limit");
    assertThat(order.run(Map.of("amount", 9)).outputAt("$.paid")).hasToString("Optional[true]");

    order.mock("Charge").answers(call -> mails.add(call.inputAs(Sms.class).text()));
    order.run(new Sms("555-0100", "hello"));
    assertThat(mails).containsExactly("hello");
  }

  @Test
  void a_real_service() {
    TestStateMachine order =
        StepFunctionsEnvironment.create()
            .define(
                "order",
                """
                {
                  "StartAt": "ReadStock",
                  "States": {
                    "ReadStock": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "End": true}
                  }
                }
                """);
    DynamoDbClient dynamoDb = mock(DynamoDbClient.class);
    Map<String, AttributeValue> stock = Map.of("count", AttributeValue.fromN("3"));
    when(dynamoDb.getItem(any(GetItemRequest.class)))
        .thenReturn(GetItemResponse.builder().item(stock).build());

    order.mockService("dynamodb").callsClient(dynamoDb).taking(ofMillis(20));
    assertThat(order.run("{}").duration()).isEqualTo(ofMillis(20));

    order.mock("ReadStock").returns(GetItemResponse.builder().item(stock).build());
    assertThat(order.run("{}").outputAt("$.Item.count.N")).hasToString("Optional[\"3\"]");
  }

  @Test
  void what_is_only_sent() {
    StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
    TestStateMachine order =
        env.define(
            "order",
            """
            {
              "StartAt": "Notify",
              "States": {
                "Notify": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::sns:publish",
                  "Parameters": {"TopicArn": "orders", "Message": {"orderId.$": "$.id"}},
                  "End": true
                }
              }
            }
            """);

    order.mockService("sns").capturedBy(env.outbox());
    order.run(ORDER);
    assertThat(env.outbox().sent("sns"))
        .extracting(sent -> sent.messageAt("$.orderId").orElseThrow().asInt())
        .containsExactly(7);
  }

  @Test
  void conditions_on_the_input() {
    TestStateMachine order = Machines.charge();
    order.mock("Charge").returns(PAID);
    order.mock("Charge").whenInput("$.amount", 12).fails("Card.Declined");
    order.mock("Charge").whenInput("{\"customer\": {\"id\": 7}}").fails("Customer.Blocked");
    order
        .mock("Charge")
        .whenCall(call -> call.input().path("amount").asInt() > 100)
        .fails("Card.Declined", "over the limit");

    assertThat(order.run("{\"amount\": 12}").error()).contains("Card.Declined");
    assertThat(order.run("{\"customer\": {\"id\": 7, \"name\": \"Kim\"}}").error())
        .contains("Customer.Blocked");
    assertThat(order.run("{\"amount\": 101}").cause()).contains("over the limit");
    assertThat(order.run("{\"amount\": 13}").outputAt("$.paid")).hasToString("Optional[true]");
  }

  @Test
  void conditions_on_the_attempt() {
    order.mockResource("*").validation(MockValidation.NONE).returns(ORDER);
    order.mock("Charge").returns(ORDER);
    order.mock("Charge").whenCall(call -> call.attempt() == 1).fails("Gateway.Busy");

    Execution run = order.run(ORDER);

    assertThat(run.visits("Charge").get(0).attempts()).hasSize(2);
  }

  @Test
  void targets() {
    order.mock("Pick").returns("\"each\"");
    order.mock("Lines[1]/Pick").returns("\"the second\"");
    order.mockResource("arn:aws:states:::*").returns(ORDER);
    order.mock("Charge").returns(ORDER);
    order.mock("Notify").returns(1).lenient();

    Execution run = order.run(ORDER);

    assertThat(run.visits("Lines").get(0).output())
        .hasToString("Optional[[\"each\",\"the second\"]]");
  }

  @Test
  void limit_of_real_time() {
    StepFunctionsEnvironment env =
        StepFunctionsEnvironment.builder().userCodeLimit(ofSeconds(30)).build();

    TestStateMachine order = env.define("order", Machines.ORDER);
    order.mock("Charge").answers(call -> 1);
    order.mock("Store").fails("Any");
    assertThat(order.run(ORDER).error()).contains("Any");
  }
}
