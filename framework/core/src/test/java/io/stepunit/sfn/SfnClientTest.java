package io.stepunit.sfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.mock.SwallowedAnswerError;
import io.stepunit.mock.UnmockedTaskError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnAsyncClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.paginators.ListExecutionsIterable;

class SfnClientTest {
  private static final String PASS =
      """
      {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}
      """;
  private static final String CHARGE =
      """
      {"StartAt": "Charge", "States": {"Charge": {
        "Type": "Task",
        "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
        "End": true}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final SfnClient client = env.sfnClient();
  private final TestStateMachine pass = env.define("pass", PASS);
  private final TestStateMachine order = env.define("order", CHARGE);

  private static String start(SfnClient client, TestStateMachine machine, String name) {
    return client
        .startExecution(
            request -> request.stateMachineArn(machine.arn()).name(name).input("{\"id\": 7}"))
        .executionArn();
  }

  @Nested
  class A_client {
    @Test
    void starts_and_describes_executions() {
      StartExecutionResponse started =
          client.startExecution(
              request -> request.stateMachineArn(pass.arn()).name("one").input("{\"id\": 7}"));
      DescribeExecutionResponse described =
          client.describeExecution(request -> request.executionArn(started.executionArn()));

      assertThat(started.startDate()).isEqualTo(StepFunctionsEnvironment.DEFAULT_START);
      assertThat(described.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(described.input()).isEqualTo("{\"id\": 7}");
      assertThat(described.name()).isEqualTo("one");
      assertThat(described.stopDate()).isEqualTo(StepFunctionsEnvironment.DEFAULT_START);
    }

    @Test
    void sees_instants_to_the_millisecond() {
      env.advance(Duration.ofMillis(1_234));

      String arn = start(client, pass, "late");

      Instant at = StepFunctionsEnvironment.DEFAULT_START.plusMillis(1_234);
      assertThat(client.describeExecution(request -> request.executionArn(arn)).startDate())
          .isEqualTo(at);
      assertThat(client.getExecutionHistory(request -> request.executionArn(arn)).events())
          .extracting(HistoryEvent::timestamp)
          .containsOnly(at);
    }

    @Test
    void reads_typed_events() {
      order.mock("Charge").returns(Map.of("paid", true));

      String arn = start(client, order, "one");

      List<HistoryEvent> events =
          client.getExecutionHistory(request -> request.executionArn(arn)).events();
      assertThat(events)
          .extracting(HistoryEvent::type)
          .startsWith(HistoryEventType.EXECUTION_STARTED, HistoryEventType.TASK_STATE_ENTERED)
          .endsWith(HistoryEventType.TASK_STATE_EXITED, HistoryEventType.EXECUTION_SUCCEEDED);
      assertThat(events.get(0).executionStartedEventDetails().input()).isEqualTo("{\"id\": 7}");
    }

    @Test
    void throws_the_exceptions_of_the_SDK() {
      String unknown = pass.arn().replace(":stateMachine:", ":execution:") + ":none";

      assertThatExceptionOfType(ExecutionDoesNotExistException.class)
          .isThrownBy(() -> client.describeExecution(request -> request.executionArn(unknown)))
          .satisfies(
              thrown -> {
                assertThat(thrown.statusCode()).isEqualTo(400);
                assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo("ExecutionDoesNotExist");
                assertThat(thrown.awsErrorDetails().errorMessage())
                    .isEqualTo("Execution Does Not Exist: '" + unknown + "'");
              });
    }

    @Test
    void throws_the_general_exception_for_a_broken_constraint() {
      assertThatExceptionOfType(SfnException.class)
          .isThrownBy(() -> client.describeExecution(request -> {}))
          .satisfies(
              thrown ->
                  assertThat(thrown.awsErrorDetails().errorMessage())
                      .startsWith("1 validation error detected: Value null at 'executionArn'"));
    }

    @Test
    void turns_pages() {
      for (int i = 0; i < 5; i++) {
        start(client, pass, "run-" + i);
      }

      ListExecutionsIterable pages =
          client.listExecutionsPaginator(
              request -> request.stateMachineArn(pass.arn()).maxResults(2));

      assertThat(pages).hasSize(3);
      assertThat(pages.executions())
          .extracting(ExecutionListItem::name)
          .containsExactly("run-4", "run-3", "run-2", "run-1", "run-0");
    }

    @Test
    void keeps_text_that_is_not_ASCII() {
      String arn =
          client
              .startExecution(
                  request ->
                      request
                          .stateMachineArn(pass.arn())
                          .input("{\"name\":\"Zo\u00eb \ud83d\ude80\"}"))
              .executionArn();

      assertThat(client.describeExecution(request -> request.executionArn(arn)).output())
          .isEqualTo("{\"name\":\"Zo\u00eb \ud83d\ude80\"}");
    }

    @Test
    void is_the_same_each_time_even_after_it_was_closed() {
      client.close();

      assertThat(env.sfnClient()).isSameAs(client);
      assertThatCode(() -> start(client, pass, "one")).doesNotThrowAnyException();
    }

    @Test
    void is_in_the_region_of_the_environment() {
      StepFunctionsEnvironment frankfurt =
          StepFunctionsEnvironment.builder().region("eu-central-1").build();
      TestStateMachine machine = frankfurt.define("pass", PASS);

      assertThat(frankfurt.sfnClient().serviceClientConfiguration().region())
          .isEqualTo(Region.EU_CENTRAL_1);
      assertThat(start(frankfurt.sfnClient(), machine, "one")).contains(":eu-central-1:");
    }
  }

  @Nested
  class A_fault_of_the_test {
    @Test
    void reaches_the_caller_as_it_is() {
      assertThatThrownBy(() -> start(client, order, "one"))
          .isExactlyInstanceOf(UnmockedTaskError.class);
    }

    @Test
    void fails_the_test_at_its_end_if_the_caller_catches_it() {
      assertThat(catchThrowable(() -> start(client, order, "one"))).isNotNull();

      assertThatThrownBy(env::verifyAnswers)
          .isInstanceOf(SwallowedAnswerError.class)
          .hasCauseInstanceOf(UnmockedTaskError.class)
          .hasMessageNotContaining("more)");
    }

    @Test
    void may_be_expected() {
      assertThatThrownBy(() -> start(client, order, "one")).isInstanceOf(UnmockedTaskError.class);
      env.forgetAnswerErrors();

      assertThatCode(env::verifyAnswers).doesNotThrowAnyException();
    }

    @Test
    void in_an_answer_reaches_the_caller_as_it_is() {
      AssertionError thrown = new AssertionError("wrong amount");
      order
          .mock("Charge")
          .answers(
              call -> {
                throw thrown;
              });

      assertThatThrownBy(() -> start(client, order, "one")).isSameAs(thrown);
    }

    @Test
    void is_no_exception_of_the_service() {
      assertThatCode(
              () -> client.describeExecution(request -> request.executionArn(pass.arn() + ":none")))
          .isInstanceOf(SfnException.class);
      assertThatCode(env::verifyAnswers).doesNotThrowAnyException();
    }

    @Test
    void leaves_an_assumption_alone() {
      order
          .mock("Charge")
          .answers(
              call -> {
                throw new TestAbortedException("no network here");
              });

      assertThatThrownBy(() -> start(client, order, "one"))
          .isExactlyInstanceOf(TestAbortedException.class);
    }
  }

  @Nested
  class An_asynchronous_client {
    private final SfnAsyncClient asyncClient = env.sfnAsyncClient();

    private CompletableFuture<StartExecutionResponse> startLater(TestStateMachine machine) {
      return asyncClient.startExecution(request -> request.stateMachineArn(machine.arn()));
    }

    @Test
    void has_answered_when_a_call_returns() {
      CompletableFuture<StartExecutionResponse> started = startLater(pass);

      assertThat(started).isCompleted();
      assertThat(
              asyncClient.describeExecution(
                  request -> request.executionArn(started.join().executionArn())))
          .isCompletedWithValueMatching(
              described -> described.status() == ExecutionStatus.SUCCEEDED);
    }

    @Test
    void goes_on_in_the_thread_of_the_caller() {
      CompletableFuture<Thread> thread =
          startLater(pass).thenApply(response -> Thread.currentThread());

      assertThat(thread).isCompletedWithValue(Thread.currentThread());
    }

    @Test
    void fails_by_the_exceptions_of_the_SDK() {
      assertThatThrownBy(
              () ->
                  asyncClient
                      .describeExecution(
                          request ->
                              request.executionArn(
                                  pass.arn().replace(":stateMachine:", ":execution:") + ":none"))
                      .join())
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(ExecutionDoesNotExistException.class);
    }

    @Test
    void hands_on_a_fault_of_the_test_as_it_is() {
      CompletableFuture<StartExecutionResponse> started = startLater(order);

      assertThat(started)
          .isCompletedExceptionally()
          .failsWithin(Duration.ZERO)
          .withThrowableOfType(ExecutionException.class)
          .withCauseExactlyInstanceOf(UnmockedTaskError.class);
      assertThatThrownBy(env::verifyAnswers).hasCauseInstanceOf(UnmockedTaskError.class);
    }

    @Test
    void hands_on_an_assumption_as_it_is() {
      order
          .mock("Charge")
          .answers(
              call -> {
                throw new TestAbortedException("no network here");
              });

      assertThatThrownBy(() -> startLater(order).join())
          .hasCauseExactlyInstanceOf(TestAbortedException.class);
    }

    @Test
    void turns_pages() {
      startLater(pass).join();
      startLater(pass).join();
      startLater(pass).join();

      int[] count = {0};
      CompletableFuture<Integer> pages =
          asyncClient
              .listExecutionsPaginator(request -> request.stateMachineArn(pass.arn()).maxResults(2))
              .subscribe(page -> count[0]++)
              .thenApply(done -> count[0]);

      assertThat(pages).isCompletedWithValue(2);
    }
  }

  @Nested
  class A_client_of_the_team_s_own_builder {
    private final AwsBasicCredentials credentials = AwsBasicCredentials.create("key", "secret");

    @Test
    void calls_the_environment() {
      SfnClient own =
          SfnClient.builder()
              .region(Region.AP_SOUTH_1)
              .credentialsProvider(StaticCredentialsProvider.create(credentials))
              .httpClient(env.sfnHttp())
              .build();

      assertThat(start(own, pass, "one")).isEqualTo(pass.executions().get(0).arn());
    }

    @Test
    void is_not_made_to_repeat_a_call_by_a_fault_of_the_test() {
      SfnClient own =
          SfnClient.builder()
              .region(Region.US_EAST_1)
              .credentialsProvider(StaticCredentialsProvider.create(credentials))
              .httpClient(env.sfnHttp())
              .build();

      assertThatThrownBy(() -> start(own, order, "one"))
          .isExactlyInstanceOf(UnmockedTaskError.class);
      assertThat(order.executions()).hasSize(1);
    }

    private SfnAsyncClient ownAsyncClient() {
      return SfnAsyncClient.builder()
          .region(Region.US_EAST_1)
          .credentialsProvider(StaticCredentialsProvider.create(credentials))
          .httpClient(env.sfnAsyncHttp())
          .build();
    }

    @Test
    void may_be_asynchronous() {
      SfnAsyncClient own = ownAsyncClient();

      assertThat(
              own.startExecution(request -> request.stateMachineArn(pass.arn()))
                  .join()
                  .executionArn())
          .isEqualTo(pass.executions().get(0).arn());
    }

    /** The SDK wraps it, and does not repeat the call. */
    @Test
    void that_is_asynchronous_tells_a_fault_of_the_test_as_a_cause() {
      CompletableFuture<StartExecutionResponse> started =
          ownAsyncClient().startExecution(request -> request.stateMachineArn(order.arn()));

      assertThatThrownBy(started::join).hasRootCauseInstanceOf(UnmockedTaskError.class);
      assertThat(order.executions()).hasSize(1);
    }
  }
}
