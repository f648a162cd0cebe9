package io.stepunit.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.ClientTime;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTimeTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final String NAP =
      """
      {"StartAt": "Nap", "States": {"Nap": {"Type": "Wait", "Seconds": 3600, "End": true}}}
      """;

  private final StepFunctionsEnvironment env =
      StepFunctionsEnvironment.builder().clientTime(ClientTime.byHand()).build();
  private final TestStateMachine nap = env.define("nap", NAP);
  private final EndpointClient client = new EndpointClient(env.endpoint().uri());

  @AfterEach
  void close() {
    env.close();
  }

  private EndpointClient.Answer advance(String body) throws Exception {
    return client.send(client.path("/_stepunit/advance").POST(BodyPublishers.ofString(body)));
  }

  private void start() throws Exception {
    client.call("StartExecution", Map.of("stateMachineArn", nap.arn()));
  }

  @Test
  void is_told_with_what_is_due_next() throws Exception {
    String before = client.send(client.path("/_stepunit/time")).text();
    start();
    advance("PT0S");
    String after = client.send(client.path("/_stepunit/time")).text();

    assertThat(before).isEqualTo("{\"now\":\"2026-01-01T00:00:00Z\"}\n");
    assertThat(after)
        .isEqualTo("{\"now\":\"2026-01-01T00:00:00Z\",\"next\":\"2026-01-01T01:00:00Z\"}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "PT30M,             2026-01-01T00:30:00Z, RUNNING",
    "PT1H,              2026-01-01T01:00:00Z, SUCCEEDED",
    "P2D,               2026-01-03T00:00:00Z, SUCCEEDED",
    "2026-01-01T00:59:59.999Z, 2026-01-01T00:59:59.999Z, RUNNING",
    "2026-01-01T01:00:00Z, 2026-01-01T01:00:00Z, SUCCEEDED",
    "'',                2026-01-01T01:00:00Z, SUCCEEDED",
    "' PT1H\n',         2026-01-01T01:00:00Z, SUCCEEDED"
  })
  void moves_by_a_duration_to_an_instant_or_to_the_next_event(
      String body, Instant expected, ExecutionStatus status) throws Exception {
    start();
    advance("PT0S");

    EndpointClient.Answer answer = advance(body);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("now").asText()).isEqualTo(expected.toString());
    assertThat(env.now()).isEqualTo(expected);
    assertThat(nap.execution().status()).isEqualTo(status);
  }

  @Test
  void stays_where_it_is_if_nothing_is_due() throws Exception {
    assertThat(advance("").status()).isEqualTo(200);
    assertThat(env.now()).isEqualTo(START);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1 hour               | '1 hour' is no time. Send a duration (PT1H, P2D)",
        "tomorrow             | 'tomorrow' is no time.",
        "-PT1H                | Virtual time only moves forward",
        "2025-12-31T23:59:59Z | Virtual time only moves forward",
        "PT9999999999999H     | ",
        "P1000000000000D      | ",
        "2026-02-30T00:00:00Z | is no time"
      })
  void does_not_move_by_what_is_none(String body, String message) throws Exception {
    EndpointClient.Answer answer = advance(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains(message == null ? "" : message).hasSizeLessThan(400);
    assertThat(env.now()).isEqualTo(START);
  }

  @Test
  void is_moved_by_POST_alone() throws Exception {
    EndpointClient.Answer advanced = client.send(client.path("/_stepunit/advance"));
    EndpointClient.Answer posted =
        client.send(client.path("/_stepunit/time").POST(BodyPublishers.ofString("PT1H")));

    assertThat(advanced.status()).isEqualTo(405);
    assertThat(advanced.header("Allow")).hasValue("POST");
    assertThat(posted.status()).isEqualTo(405);
    assertThat(posted.header("Allow")).hasValue("GET");
    assertThat(env.now()).isEqualTo(START);
  }
}
