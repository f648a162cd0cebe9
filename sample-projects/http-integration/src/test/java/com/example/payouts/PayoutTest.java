package com.example.payouts;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The requests of the workflow reach a WireMock server as they would reach the services. */
@StateMachineTest("payout.asl.json")
class PayoutTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private static final Map<String, Object> PAYOUT =
      Map.of("id", "p-7", "currency", "USD", "cents", 990);

  private static final String RATE = "/v1/rate?from=EUR&to=USD";

  @BeforeEach
  void all_requests_go_to_the_server(TestStateMachine payout) {
    payout.http("FetchRate").callsServer(SERVER.baseUrl()).lenient();
    payout
        .http("Pay")
        .connectionHeader("Authorization", "Bearer of-the-connection")
        .callsServer(SERVER.baseUrl())
        .lenient();
    payout.http("Book").callsServer(SERVER.baseUrl()).lenient();
  }

  @BeforeEach
  void the_services_work() {
    SERVER.stubFor(get(RATE).willReturn(okJson("{\"rate\": 1.085}")));
    SERVER.stubFor(post("/v1/payouts").willReturn(okJson("{\"number\": \"n-1\"}")));
    SERVER.stubFor(put("/prod/entries/p-7").willReturn(okJson("{\"entry\": 12}")));
  }

  @Test
  void pays_as_a_form_and_books_as_JSON(TestStateMachine payout) {
    RunningExecution started = payout.start(PAYOUT, "payout-7");

    assertThat(started.finish()).isSucceeded().hasOutput(Map.of("entry", 12));
    SERVER.verify(
        postRequestedFor(urlEqualTo("/v1/payouts"))
            .withHeader("Authorization", equalTo("Bearer of-the-connection"))
            .withHeader("Idempotency-Key", equalTo("payout-7"))
            .withFormParam("amount", equalTo("990"))
            .withFormParam("currency", equalTo("USD"))
            .withFormParam("tags[]", equalTo("payout")));
    SERVER.verify(
        putRequestedFor(urlEqualTo("/prod/entries/p-7"))
            .withRequestBody(equalToJson("{\"payout\": \"n-1\", \"rate\": 1.085}")));
  }

  @Test
  void a_busy_rate_service_is_asked_again(TestStateMachine payout) {
    SERVER.stubFor(
        get(RATE)
            .inScenario("rates")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(serviceUnavailable())
            .willSetStateTo("dropped"));
    SERVER.stubFor(
        get(RATE)
            .inScenario("rates")
            .whenScenarioStateIs("dropped")
            .willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK))
            .willSetStateTo("well"));
    SERVER.stubFor(
        get(RATE)
            .inScenario("rates")
            .whenScenarioStateIs("well")
            .willReturn(okJson("{\"rate\": 1.085}")));

    Execution run = payout.run(PAYOUT);

    assertThat(run)
        .isSucceeded()
        .state(
            "FetchRate", rate -> rate.hasAttempts(3).hasRetryDelays(ofSeconds(10), ofSeconds(30)));
  }

  @Test
  void nothing_is_paid_while_the_rate_service_is_down(TestStateMachine payout) {
    SERVER.stubFor(get(RATE).willReturn(serviceUnavailable()));

    Execution run = payout.run(PAYOUT);

    assertThat(run)
        .isFailed()
        .hasError("States.Http.StatusCode.503")
        .state("FetchRate", rate -> rate.hasAttempts(3));
    SERVER.verify(0, postRequestedFor(urlEqualTo("/v1/payouts")));
  }

  @Test
  void a_payout_that_is_not_covered_is_not_booked(TestStateMachine payout) {
    SERVER.stubFor(post("/v1/payouts").willReturn(aResponse().withStatus(402)));

    Execution run = payout.run(PAYOUT);

    assertThat(run)
        .isFailed()
        .hasError("Payout.NotCovered")
        .hasPath("FetchRate", "Pay", "NotCovered");
    SERVER.verify(0, putRequestedFor(urlEqualTo("/prod/entries/p-7")));
  }

  @Test
  void a_ledger_that_refuses_fails_the_execution_with_its_answer(TestStateMachine payout) {
    SERVER.stubFor(
        put("/prod/entries/p-7")
            .willReturn(aResponse().withStatus(409).withBody("{\"message\":\"booked already\"}")));

    Execution run = payout.run(PAYOUT);

    assertThat(run).isFailed().hasError("ApiGateway.409");
    assertThat(run.cause()).contains("{\"message\":\"booked already\"}");
  }
}
