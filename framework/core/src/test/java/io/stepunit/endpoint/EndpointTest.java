package io.stepunit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Endpoint;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.mock.SwallowedAnswerError;
import io.stepunit.mock.UnmockedTaskError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  private static final String CHARGE =
      """
      {"StartAt": "Charge", "States": {"Charge": {
        "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
        "Retry": [{"ErrorEquals": ["States.ALL"]}],
        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Sorry"}], "End": true},
        "Sorry": {"Type": "Succeed"}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  @AfterEach
  void close() {
    env.close();
  }

  private EndpointClient client() {
    return new EndpointClient(env.endpoint().uri());
  }

  @Test
  void runs_an_execution_for_a_client() throws Exception {
    TestStateMachine order = env.define("order", CHARGE);
    order.mock("Charge").returns(Map.of("paid", true));
    EndpointClient client = client();

    JsonNode started =
        client.call(
            "StartExecution", Map.of("stateMachineArn", order.arn(), "input", "{\"id\": 7}"));
    JsonNode described =
        client.call(
            "DescribeExecution", Map.of("executionArn", started.get("executionArn").asText()));

    assertThat(described.get("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(described.get("output").asText()).isEqualTo("{\"paid\":true}");
    assertThat(described.get("startDate").isNumber()).isTrue();
  }

  @Test
  void answers_a_refusal_as_AWS_does() throws Exception {
    String arn = "arn:aws:states:us-east-1:123456789012:execution:order:none";

    EndpointClient.Answer answer =
        client().post("DescribeExecution", "{\"executionArn\": \"" + arn + "\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("__type").asText()).endsWith("#ExecutionDoesNotExist");
    assertThat(answer.json().get("message").asText())
        .isEqualTo("Execution Does Not Exist: '" + arn + "'");
    assertThat(answer.header("Content-Type")).hasValue("application/x-amz-json-1.0");
  }

  @Test
  void tells_the_client_and_the_test_of_a_Task_without_a_mock() throws Exception {
    TestStateMachine order = env.define("order", CHARGE);
    List<Throwable> told = new CopyOnWriteArrayList<>();
    env.endpoint().onFault(told::add);

    EndpointClient.Answer answer =
        client().post("StartExecution", "{\"stateMachineArn\": \"" + order.arn() + "\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("__type").asText()).isEqualTo("UnmockedTaskError");
    assertThat(answer.json().get("message").asText())
        .startsWith("No mock answers the Task 'Charge'");
    assertThat(told).singleElement().isInstanceOf(UnmockedTaskError.class);
    assertThatThrownBy(env::verifyAnswers).isInstanceOf(SwallowedAnswerError.class);
  }

  @Test
  void fails_the_execution_of_a_Task_without_a_mock_if_asked_to() throws Exception {
    List<UnmockedTaskError> told = new ArrayList<>();
    StepFunctionsEnvironment tolerant =
        StepFunctionsEnvironment.builder().failingUnmocked(told::add).build();

    Execution run = tolerant.define("order", CHARGE).run(Map.of());

    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.error()).hasValue("States.Runtime");
    assertThat(run.cause()).hasValue("No mock answers the Task 'Charge' (order:1).");
    assertThat(told).hasSize(1);
    assertThat(told.get(0).machine()).isEqualTo("order");
    assertThat(told.get(0).state()).isEqualTo("Charge");
    tolerant.verifyAnswers();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]"})
  void listens_on_every_name_of_this_machine(String host) throws Exception {
    if (host.startsWith("[") && !hasSecondLoopback()) {
      return;
    }
    URI uri = URI.create("http://" + host + ":" + env.endpoint().port());

    assertThat(new EndpointClient(uri).greeting().status()).isEqualTo(200);
  }

  private static boolean hasSecondLoopback() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .anyMatch(address -> address instanceof Inet6Address && address.isLoopbackAddress());
  }

  @Test
  void is_out_of_reach_for_other_machines() throws Exception {
    int port = env.endpoint().port();
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();

    for (InetAddress other : others) {
      try (Socket socket = new Socket()) {
        assertThatThrownBy(() -> socket.connect(new InetSocketAddress(other, port), 2_000))
            .isInstanceOf(ConnectException.class);
      }
    }
  }

  @Test
  void answers_many_clients_at_once() {
    TestStateMachine order = env.define("order", CHARGE);
    order.mock("Charge").returns(Map.of("paid", true));
    EndpointClient client = client();

    List<CompletableFuture<Integer>> calls =
        IntStream.range(0, 200)
            .mapToObj(
                number ->
                    client.async(
                        "StartExecution",
                        "{\"stateMachineArn\": \"%s\", \"name\": \"run-%s\"}"
                            .formatted(order.arn(), number)))
            .toList();

    assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo(200));
    assertThat(order.executions()).hasSize(200);
  }

  @Test
  void is_one_until_it_is_closed() {
    Endpoint first = env.endpoint();

    assertThat(env.endpoint()).isSameAs(first);
    first.close();
    first.close();
    Endpoint second = env.endpoint();

    assertThat(second).isNotSameAs(first);
    assertThat(second.uri()).hasHost("localhost").hasPort(second.port());
  }

  @Test
  void is_closed_with_its_environment() {
    EndpointClient client = client();
    env.endpoint(0);

    env.close();

    assertThatThrownBy(() -> client.greeting()).isInstanceOf(IOException.class);
  }

  @Test
  void refuses_a_port_that_is_taken() {
    int port = env.endpoint().port();

    assertThatThrownBy(() -> env.endpoint(port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The port %s is taken. Take another, or 0 for any that is free.", port);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void refuses_what_is_no_port(int port) {
    assertThatThrownBy(() -> env.endpoint(port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A port is a number from 0 to 65535, but found %s.", port);
  }

  @Test
  void keeps_no_JVM_alive() throws Exception {
    client().greeting();

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(
            thread ->
                thread.getName().startsWith("stepunit-endpoint")
                    || thread.getName().startsWith("HTTP-Dispatcher"))
        .isNotEmpty()
        .allMatch(Thread::isDaemon);
  }
}
