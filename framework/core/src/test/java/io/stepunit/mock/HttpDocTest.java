package io.stepunit.mock;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The snippets of docs/guide/http.md, compiled and run. */
class HttpDocTest {
  @RegisterExtension
  static final WireMockExtension wireMock =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private final TestStateMachine order =
      StepFunctionsEnvironment.create()
          .define(
              "order",
              """
              {
                "StartAt": "FetchRate",
                "States": {
                  "FetchRate": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::http:invoke",
                    "Parameters": {
                      "ApiEndpoint": "https://rates.example.com/v1/rate",
                      "Method": "GET",
                      "QueryParameters": {"to.$": "$.currency"},
                      "Authentication": {"ConnectionArn": "${RatesConnection.Arn}"}
                    },
                    "Retry": [{"ErrorEquals": ["States.Http.StatusCode.503"]}],
                    "End": true
                  }
                }
              }
              """);

  @Test
  void recovers() {
    wireMock.stubFor(
        get(urlPathEqualTo("/v1/rate"))
            .inScenario("busy")
            .whenScenarioStateIs(STARTED)
            .willReturn(serviceUnavailable())
            .willSetStateTo("free"));
    wireMock.stubFor(
        get(urlPathEqualTo("/v1/rate"))
            .inScenario("busy")
            .whenScenarioStateIs("free")
            .willReturn(okJson("{\"rate\": 1.085}")));
    order.http("FetchRate").callsServer(wireMock.baseUrl());

    Execution run = order.run(Map.of("currency", "USD"));

    wireMock.verify(2, getRequestedFor(urlEqualTo("/v1/rate?to=USD")));
    assertThat(run.visits("FetchRate").get(0).attempts()).hasSize(2);
  }

  @Test
  void takes_virtual_time() {
    wireMock.stubFor(get(anyUrl()).willReturn(okJson("{}")));
    order.http("FetchRate").callsServer(wireMock.baseUrl()).taking(ofMillis(300));

    assertThat(order.run(Map.of("currency", "USD")).duration()).isEqualTo(ofMillis(300));
  }

  @Test
  void connection() {
    wireMock.stubFor(get(anyUrl()).willReturn(okJson("{}")));
    order
        .http("FetchRate")
        .connectionHeader("Authorization", "Bearer test-token")
        .connectionQueryParameter("api_key", "k-1")
        .callsServer(wireMock.baseUrl());

    order.run(Map.of("currency", "USD"));

    wireMock.verify(
        getRequestedFor(urlEqualTo("/v1/rate?to=USD&api_key=k-1"))
            .withHeader("Authorization", equalTo("Bearer test-token")));
  }

  @Test
  void limit() {
    wireMock.stubFor(get(anyUrl()).willReturn(ok().withFixedDelay(60_000)));
    order.http("FetchRate").realTimeLimit(ofMillis(200)).callsServer(wireMock.baseUrl());

    assertThat(order.run(Map.of("currency", "USD")).duration()).isEqualTo(ofSeconds(60));
  }
}
