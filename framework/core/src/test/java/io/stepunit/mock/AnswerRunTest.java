package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskFailure;
import io.stepunit.TaskHandler;
import io.stepunit.TaskReply;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AnswerRunTest {
  private final TestStateMachine order = Machines.charge();

  private static final String DETAILS =
      "\n"
          + """
          execution  run-1
          attempt    1
          resource   arn:aws:lambda:us-east-1:123456789012:function:charge
          input      {
                       "id" : 7
                     }\
          """
              .indent(2)
              .stripTrailing();

  private Execution run() {
    return order.start("{\"id\": 7}", "run-1").finish();
  }

  @Nested
  class AnAnswer {
    @Test
    void sees_the_call() {
      List<Object> seen = new ArrayList<>();
      order
          .mock("Charge")
          .answers(
              call -> {
                seen.addAll(
                    List.of(
                        call.state(),
                        call.path(),
                        call.iterations(),
                        call.attempt(),
                        call.invocation(),
                        call.taskToken(),
                        call.clock().instant(),
                        call.inputAt("$.id").asInt(),
                        call.inputAs(Order.class)));
                return call.input();
              });

      Execution run = run();

      assertThat(seen)
          .containsExactly(
              "Charge",
              "Charge",
              List.of(),
              1,
              1,
              Optional.empty(),
              run.startedAt(),
              7,
              new Order(7));
      assertThat(run.output()).hasToString("Optional[{\"id\":7}]");
    }

    @Test
    void runs_on_the_test_s_own_thread() {
      AtomicReference<Thread> thread = new AtomicReference<>();
      order
          .mock("Charge")
          .answers(
              call -> {
                thread.set(Thread.currentThread());
                return null;
              });

      run();

      assertThat(thread).hasValue(Thread.currentThread());
    }

    @Test
    void fails_the_task_by_a_TaskFailure() {
      order
          .mock("Charge")
          .answers(
              call -> {
                throw new TaskFailure("Card.Declined", "over the limit");
              });

      assertThat(run().error()).contains("Card.Declined");
      assertThat(run2().cause()).contains("over the limit");
    }

    @Test
    void aborts_the_test_by_any_other_exception() {
      order
          .mock("Charge")
          .answers(
              call -> {
                throw new IOException("no connection");
              });

      assertThatThrownBy(AnswerRunTest.this::run)
          .isInstanceOf(MockAnswerError.class)
          .hasCauseInstanceOf(IOException.class)
          .hasMessageMatching(
              Texts.pattern(
                  """
                  The answer of mock("Charge") at AnswerRunTest.java:# to 'Charge' (order:4), attempt 1, threw java.io.IOException: no connection
                  """
                      + DETAILS
                      + """


                      That aborts the test. For an error that Retry and Catch see, throw new TaskFailure(error, cause).\
                      """));
    }

    @Test
    void lets_the_test_s_own_assertion_through_and_adds_where_it_was() {
      AssertionError own = new AssertionError("expected 8 but was 7");
      order
          .mock("Charge")
          .answers(
              call -> {
                throw own;
              });

      assertThatThrownBy(AnswerRunTest.this::run).isSameAs(own);

      assertThat(own.getSuppressed())
          .singleElement()
          .extracting(Throwable::getMessage)
          .asString()
          .matches(
              Texts.pattern(
                  """
                  The answer of mock("Charge") at AnswerRunTest.java:# to 'Charge' (order:4), attempt 1, threw this AssertionError.
                  """
                      + DETAILS));
    }

    @Test
    void must_return_json() {
      order.mock("Charge").answers(call -> new Object());

      assertThatThrownBy(AnswerRunTest.this::run)
          .isInstanceOf(MockAnswerError.class)
          .hasMessageContainingAll(
              "has no JSON result. What it returned is not JSON. "
                  + "An object of class java.lang.Object cannot be turned into JSON: ",
              DETAILS);
    }

    @Test
    void must_not_change_its_input() {
      order.mock("Charge").answers(call -> ((ObjectNode) call.input()).put("id", 8));

      assertThatThrownBy(AnswerRunTest.this::run)
          .isInstanceOf(MockAnswerError.class)
          .hasMessageMatching(
              Texts.pattern(
                  """
                  The answer of mock("Charge") at AnswerRunTest.java:# to 'Charge' (order:4), attempt 1, changed its input. Step Functions does not see such a change, so the test would not show what happens on AWS. Work on input().deepCopy(), or return what is new.
                  """
                      + DETAILS
                      + "\n"
                      + """
                      changed to {
                                   "id" : 8
                                 }\
                      """
                          .indent(2)
                          .stripTrailing()));
    }

    @Test
    void may_keep_and_change_what_it_returned() {
      List<Integer> items = new ArrayList<>(List.of(1));
      order.mock("Charge").answers(call -> items);

      Execution run = run();
      items.add(2);

      assertThat(run.output()).hasToString("Optional[[1]]");
    }

    @Test
    void an_answer_is_told_what_its_input_lacks() {
      order.mock("Charge").answers(call -> call.inputAt("$.mail").asText());

      assertThatThrownBy(AnswerRunTest.this::run)
          .hasMessageContaining("The input of 'Charge' has nothing at $.mail");
    }

    @Test
    void reads_nothing_but_the_input() {
      order.mock("Charge").answers(call -> call.inputAt("$limit"));

      assertThatThrownBy(AnswerRunTest.this::run)
          .hasMessageContaining(
              "'$limit' is not a JSONPath into a document: it must be $ or start with $. or"
                  + " $[");
    }

    @Test
    void may_run_a_machine_of_another_environment() {
      TestStateMachine child =
          StepFunctionsEnvironment.create()
              .define(
                  "child",
                  "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}");
      order.mock("Charge").answers(call -> child.run(call.input()).output().orElseThrow());

      assertThat(run().output()).hasToString("Optional[{\"id\":7}]");
    }

    @Test
    void may_not_wait_for_another_execution_of_its_environment() {
      TestStateMachine child =
          order
              .environment()
              .define(
                  "child",
                  "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}");
      order.mock("Charge").answers(call -> child.run(call.input()).output().orElseThrow());

      assertThatThrownBy(AnswerRunTest.this::run)
          .isInstanceOf(MockAnswerError.class)
          .hasMessageContaining("The answer of mock(\"Charge\")")
          .hasMessageContaining(
              "An execution cannot run, and time cannot pass, while a Task of the same environment"
                  + " waits for its answer.")
          .hasMessageContaining("run the other machine in an environment of its own");
    }

    @Test
    void may_not_let_time_pass() {
      order.mock("Charge").answers(call -> advance());

      assertThatThrownBy(AnswerRunTest.this::run)
          .isInstanceOf(MockAnswerError.class)
          .hasMessageContaining("time cannot pass, while a Task of the same environment waits");
    }

    private String advance() {
      order.environment().advance(Duration.ofSeconds(1));
      return "{}";
    }

    @Test
    void may_start_another_execution_which_runs_when_the_answer_is_over() {
      TestStateMachine child =
          order
              .environment()
              .define(
                  "child",
                  "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}");
      order.mock("Charge").answers(call -> Map.of("started", child.start("{}", "c").name()));

      Execution run = run2();

      assertThat(run.output()).hasToString("Optional[{\"started\":\"c\"}]");
      assertThat(order.environment().executions())
          .extracting(each -> each.name(), Execution::status)
          .contains(tuple("c", ExecutionStatus.SUCCEEDED));
    }

    @Test
    void an_answer_that_throws_an_Error_aborts_the_test() {
      order
          .mock("Charge")
          .answers(
              call -> {
                throw new NoClassDefFoundError("com/example/Gateway");
              });

      assertThatThrownBy(AnswerRunTest.this::run)
          .isInstanceOf(MockAnswerError.class)
          .hasMessageContaining("threw java.lang.NoClassDefFoundError: com/example/Gateway")
          .hasCauseInstanceOf(NoClassDefFoundError.class);
    }

    private Execution run2() {
      return order.run("{\"id\": 7}");
    }
  }

  record Order(int id) {}

  @Nested
  class AHandler {
    @Test
    void can_be_a_mockito_mock() throws Exception {
      TaskHandler handler = mock(TaskHandler.class);
      when(handler.handle(any()))
          .thenReturn(TaskReply.succeeds(Json.parse("1")))
          .thenThrow(new TaskFailure("Gateway.Busy", "503"));
      order.mock("Charge").handledBy(handler);

      Execution first = order.run("{}");
      Execution second = order.run("{}");

      assertThat(first.output()).hasToString("Optional[1]");
      assertThat(second.error()).contains("Gateway.Busy");
    }

    @Test
    void ahandler_is_asked_with_the_request() throws Exception {
      TaskHandler handler = mock(TaskHandler.class);
      when(handler.handle(any())).thenReturn(TaskReply.succeeds(Json.parse("1")));
      order.mock("Charge").handledBy(handler);

      run();

      verify(handler)
          .handle(
              argThat(request -> request.input().get("id").asInt() == 7 && request.attempt() == 1));
    }

    @Test
    void must_reply() {
      order.mock("Charge").handledBy(mock(TaskHandler.class));

      assertThatThrownBy(AnswerRunTest.this::run)
          .isInstanceOf(MockAnswerError.class)
          .hasMessageMatching(
              Texts.pattern(
                  """
                  The answer of mock("Charge") at AnswerRunTest.java:# to 'Charge' (order:4), attempt 1, is null: its TaskHandler returned no TaskReply. A Mockito mock must be told what to return:
                    when(handler.handle(any())).thenReturn(TaskReply.succeeds(json));
                  """
                      + DETAILS));
    }

    @Test
    void keeps_its_own_time_unless_the_test_says_another() {
      TaskReply reply =
          new TaskReply.Succeeds(
              Json.parse("1"), Duration.ofSeconds(5), List.of(), Optional.empty());

      order.mock("Charge").handledBy(request -> reply);
      assertThat(run().duration()).isEqualTo(Duration.ofSeconds(5));

      order.mock("Charge").handledBy(request -> reply).taking(Duration.ofSeconds(7));
      assertThat(order.run(Map.of()).duration()).isEqualTo(Duration.ofSeconds(7));
    }
  }
}
