package io.stepunit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the endpoint goes on, and nothing happens that was not asked for. */
class HostileRequestsTest {
  private static final String DONE =
      "{\"StartAt\": \"Done\", \"States\": {\"Done\": {\"Type\": \"Succeed\"}}}";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine done = env.define("done", DONE);
  private final EndpointClient client = new EndpointClient(env.endpoint().uri());

  @AfterEach
  void goes_on() throws Exception {
    EndpointClient.Answer answer = client.post("DescribeStateMachine", start());
    env.close();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains(done.arn());
    assertThat(env.executions()).isEmpty();
  }

  private String start() {
    return "{\"stateMachineArn\": \"" + done.arn() + "\"}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "StartExecution",
        "AWSStepFunctions.",
        "AWSStepFunctions.START",
        "AWSStepFunctions.StartExecution2",
        "AWSStepFunctions.StartExecution ;x",
        "AWSSecurityTokenService.GetCallerIdentity",
        "AWSStepFunctions.../../etc/passwd",
        "AWSStepFunctions.getClass"
      })
  void unknown_targets_are_refused(String target) throws Exception {
    EndpointClient.Answer answer =
        client.send(
            client
                .path("/")
                .setHeader("X-Amz-Target", target)
                .POST(BodyPublishers.ofString(start())));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("__type").asText()).endsWith("#UnknownOperationException");
  }

  @Test
  void a_request_without_a_target_is_refused() throws Exception {
    EndpointClient.Answer answer =
        client.send(client.path("/").POST(BodyPublishers.ofString(start())));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("X-Amz-Target");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{", "[", "\"", "nul", "{\"stateMachineArn\": }", "{'a': 1}", "{\"a\": 1} {\"b\": 2}",
        "\u0000", "<xml/>", "[]", "1", "null", "\"text\"", "{\"stateMachineArn\": 7}",
        "{\"stateMachineArn\": {\"a\": [[[[]]]]}}", "{\"stateMachineArn\": null}"
      })
  void bodies_that_are_no_request_are_refused(String body) throws Exception {
    EndpointClient.Answer answer = client.post("StartExecution", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("__type").asText()).contains("#");
  }

  @Test
  void bodies_that_are_nested_deeply_are_refused() throws Exception {
    EndpointClient.Answer answer = client.post("StartExecution", "[".repeat(1_000_000));

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void bytes_that_are_no_text_are_refused() throws Exception {
    byte[] bytes = {(byte) 0xff, (byte) 0xfe, (byte) 0xc0, (byte) 0x80};

    EndpointClient.Answer answer =
        client.send(client.operation("StartExecution", BodyPublishers.ofByteArray(bytes)));

    assertThat(answer.status()).isEqualTo(400);
  }

  @Test
  void bodies_that_are_too_long_are_refused() throws Exception {
    byte[] long9MiB = new byte[9 * 1024 * 1024];

    EndpointClient.Answer known =
        client.send(client.operation("StartExecution", BodyPublishers.ofByteArray(long9MiB)));
    EndpointClient.Answer chunked =
        client.send(
            client.operation(
                "StartExecution",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(long9MiB))));

    assertThat(known.status()).isEqualTo(413);
    assertThat(known.text()).isEqualTo("The request is longer than 8388608 bytes.\n");
    assertThat(chunked.status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO"})
  void other_methods_are_refused(String method) throws Exception {
    EndpointClient.Answer answer =
        client.send(
            client
                .path("/")
                .setHeader("X-Amz-Target", "AWSStepFunctions.StartExecution")
                .method(method, BodyPublishers.ofString(start())));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).hasValue("POST, GET");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/index.html",
        "/_stepunit",
        "/_stepunit/",
        "/_stepunit/time/",
        "//",
        "/;a"
      })
  void other_paths_have_nothing(String path) throws Exception {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 40").doesNotContain("root:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/_stepunit/advance"})
  void requests_of_web_pages_are_refused(String path) throws Exception {
    EndpointClient.Answer answer =
        client.send(
            client
                .path(path)
                .setHeader("X-Amz-Target", "AWSStepFunctions.StartExecution")
                .setHeader("Origin", "https://evil.example")
                .POST(BodyPublishers.ofString(path.equals("/") ? start() : "PT1H")));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(env.now()).isEqualTo(StepFunctionsEnvironment.DEFAULT_START);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n",
        "GARBAGE\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\u0001", // a client that speaks TLS
        "GET /\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFF\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "GET http://[/ HTTP/1.1\r\n\r\n",
        "GET \u0001 HTTP/1.1\r\n\r\n",
        "CONNECT evil.example:80 HTTP/1.1\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nConnection: close\r\n\r\n",
        "POST http://evil.example/ HTTP/9.9\r\nConnection: close\r\n\r\n"
      })
  void what_is_no_request_is_refused_or_cut_off(String sent) throws Exception {
    String answer = raw(sent);

    assertThat(answer).doesNotContain("200 OK").doesNotContain("at io.stepunit");
  }

  @Test
  void endless_headers_are_cut_off() throws Exception {
    StringBuilder request = new StringBuilder("GET / HTTP/1.1\r\n");
    for (int header = 0; header < 20_000; header++) {
      request.append("X-").append(header).append(": ").append("y".repeat(50)).append("\r\n");
    }

    String answer = raw(request.append("\r\n").toString());

    assertThat(answer).doesNotContain("200 OK");
  }

  @Test
  void requests_that_are_never_finished_hold_up_nobody() throws Exception {
    List<Socket> unfinished = new ArrayList<>();
    for (int number = 0; number < 60; number++) {
      Socket socket = connect();
      String part = "POST / HTTP/1.1\r\nContent-Length: 10\r\n" + (number % 2 == 0 ? "\r\n" : "");
      socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
      unfinished.add(socket);
    }

    assertThat(client.post("DescribeStateMachine", start()).status()).isEqualTo(200);
    for (Socket socket : unfinished) {
      socket.close();
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), env.endpoint().port());
  }

  /** Sends bytes as they are, and nothing after them. */
  private String raw(String bytes) throws IOException {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      try {
        out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.shutdownOutput();
        InputStream in = socket.getInputStream();
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      } catch (IOException cutOff) {
        return "";
      }
    }
  }
}
