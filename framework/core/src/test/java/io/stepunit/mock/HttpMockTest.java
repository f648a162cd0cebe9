package io.stepunit.mock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpMockTest {
  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(WireMockConfiguration.wireMockConfig().dynamicPort())
          .build();

  private static TestStateMachine machine(String resource, String parameters) {
    return StepFunctionsEnvironment.create()
        .define(
            "order",
            """
            {
              "StartAt": "FetchRate",
              "States": {
                "FetchRate": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::%s",
                  "Parameters": %s,
                  "Retry": [
                    {
                      "ErrorEquals": ["States.Http.StatusCode.503"],
                      "IntervalSeconds": 2,
                      "MaxAttempts": 2
                    }
                  ],
                  "End": true
                }
              }
            }
            """
                .formatted(resource, parameters));
  }

  /** A machine of one HTTP Task with these further fields. */
  private static TestStateMachine http(String fields) {
    return machine(
        "http:invoke",
        """
        {
          "ApiEndpoint": "https://rates.example.com/v1/rate?base=EUR",
          "Authentication": {"ConnectionArn": "arn:aws:events:us-east-1:1:connection/rates/1"},
          %s
        }
        """
            .formatted(fields));
  }

  private static TestStateMachine fetching() {
    return http("\"Method\": \"GET\"");
  }

  private static Execution run(TestStateMachine order) {
    order.http("FetchRate").callsServer(SERVER.baseUrl());
    return order.run(Map.of());
  }

  private static LoggedRequest received() {
    return SERVER.findAll(anyRequestedFor(anyUrl())).get(0);
  }

  @Nested
  class A_request {
    @Test
    void goes_to_the_path_of_the_endpoint_on_the_tests_server() {
      SERVER.stubFor(get("/v1/rate?base=EUR&to=USD&to=J%20PY%2BZ").willReturn(okJson("{}")));

      Execution run =
          run(http("\"Method\": \"GET\", \"QueryParameters\": {\"to\": [\"USD\", \"J PY+Z\"]}"));

      assertThat(run.error()).isEmpty();
      SERVER.verify(getRequestedFor(urlEqualTo("/v1/rate?base=EUR&to=USD&to=J%20PY%2BZ")));
    }

    @Test
    void a_request_has_the_path_of_the_address_before_its_own() {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
      TestStateMachine order = fetching();
      order.http("FetchRate").callsServer(SERVER.baseUrl() + "/proxy/");

      order.run(Map.of());

      assertThat(received().getUrl()).isEqualTo("/proxy/v1/rate?base=EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"})
    void a_request_has_the_method_of_the_task(String method) {
      SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200)));

      run(http("\"Method\": \"%s\"".formatted(method)));

      assertThat(received().getMethod().getName()).isEqualTo(method);
    }

    @Test
    void a_request_has_its_headers_and_a_body_of_JSON() {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));

      run(
          http(
              """
              "Method": "POST",
              "Headers": {"X-Trace": "t-1", "X-Many": ["a", "b"]},
              "RequestBody": {"amount": 1.10, "note": null}
              """));

      assertThat(received().getBodyAsString()).isEqualTo("{\"amount\":1.10,\"note\":null}");
      assertThat(received().getHeader("Content-Type")).isEqualTo("application/json; charset=UTF-8");
      assertThat(received().getHeader("X-Trace")).isEqualTo("t-1");
      assertThat(received().header("X-Many").values()).containsExactly("a", "b");
    }

    @Test
    void a_request_has_a_text_as_its_body_as_it_is() {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));

      run(
          http(
              """
              "Method": "POST",
              "Headers": {"content-type": "text/csv"},
              "RequestBody": "id;amount"
              """));

      assertThat(received().getBodyAsString()).isEqualTo("id;amount");
      assertThat(received().header("Content-Type").values()).containsExactly("text/csv");
    }

    @Test
    void a_request_has_the_headers_that_AWS_adds() {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));

      run(fetching());

      assertThat(received().getHeader("Range")).isEqualTo("bytes=0-262144");
      assertThat(received().getHeader("User-Agent"))
          .isEqualTo("Amazon|StepFunctions|HttpInvoke|us-east-1");
      assertThat(received().containsHeader("Content-Type")).isFalse();
    }

    @Test
    void a_request_has_what_its_connection_adds_instead_of_its_own() {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
      TestStateMachine order =
          http(
              """
              "Method": "GET",
              "Headers": {"X-Key": "guess", "x-shared": "task", "X-Trace": "t-1"},
              "QueryParameters": {"key": "guess", "to": "USD"}
              """);
      order
          .http("FetchRate")
          .connectionHeader("Authorization", "Bearer t")
          .connectionHeader("X-Key", "k-1")
          .connectionHeader("X-Shared", "connection")
          .connectionQueryParameter("key", "k-1")
          .callsServer(SERVER.baseUrl());

      order.run(Map.of());

      assertThat(received().header("Authorization").values()).containsExactly("Bearer t");
      assertThat(received().header("X-Key").values()).containsExactly("k-1");
      assertThat(received().header("X-Shared").values())
          .as("a name in another case is another header")
          .containsExactly("connection", "task");
      assertThat(received().getHeader("X-Trace")).isEqualTo("t-1");
      assertThat(received().getUrl()).isEqualTo("/v1/rate?base=EUR&to=USD&key=k-1");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "NONE        | {\"key\":\"k-1\",\"n\":[1],\"more\":\"m\"}",
          "URL_ENCODED | key=k-1&n%5B0%5D=1&more=m",
        })
    void a_request_has_its_connections_members_in_the_body_before_it_is_encoded(
        String encoding, String body) {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
      TestStateMachine order =
          http(
              """
              "Method": "POST",
              "RequestBody": {"key": {"a": "guess"}, "n": [1]},
              "Transform": {"RequestBodyEncoding": "%s"}
              """
                  .formatted(encoding));
      order
          .http("FetchRate")
          .connectionBodyParameter("key", "k-1")
          .connectionBodyParameter("more", "m")
          .callsServer(SERVER.baseUrl());

      order.run(Map.of());

      assertThat(received().getBodyAsString()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a text\"", "[1]", "7"})
    void a_body_that_is_no_object_cannot_take_its_connections_members(String body) {
      TestStateMachine order = http("\"Method\": \"POST\", \"RequestBody\": " + body);
      order.http("FetchRate").connectionBodyParameter("key", "k-1").callsServer(SERVER.baseUrl());

      Execution run = order.run(Map.of());

      assertThat(run.error()).contains("States.Runtime");
      assertThat(run.cause())
          .contains("Cannot merge connection body authorization parameters with request body.");
      assertThat(SERVER.findAll(anyRequestedFor(anyUrl()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"Authorization", "authorization", "Host", "Content-Length", "Transfer-Encoding"})
    void a_header_that_AWS_refuses_fails_the_task_before_it_starts(String header) {
      TestStateMachine order =
          http("\"Method\": \"GET\", \"Headers\": {\"%s\": \"a\"}".formatted(header));
      order.mock("FetchRate").returns("{}").lenient();

      Execution run = order.run(Map.of());

      assertThat(run.error()).contains("States.Runtime");
      assertThat(run.cause().orElseThrow())
          .startsWith(
              "An error occurred while executing the state 'FetchRate' (entered at the event id"
                  + " #2). The Parameters '{\"ApiEndpoint\":")
          .endsWith(
              "' could not be used to start the Task: [The 'Headers' field contains unsupported"
                  + " values: ["
                  + header.toLowerCase(Locale.ROOT)
                  + "]]");
      assertThat(run.events())
          .extracting(HistoryEvent::type)
          .doesNotContain(EventType.TASK_SCHEDULED);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "INDICES  | tags[0]=new&tags[1]=a%20b%2Bc&by[id]=7&note=",
          "REPEAT   | tags=new&tags=a%20b%2Bc&by[id]=7&note=",
          "BRACKETS | tags[]=new&tags[]=a%20b%2Bc&by[id]=7&note=",
          "COMMAS   | tags=new%2Ca%20b%2Bc&by[id]=7&note=",
        })
    void a_request_is_a_form_where_its_transform_says_so(String arrays, String form) {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));

      run(
          http(
              """
              "Method": "POST",
              "RequestBody": {"tags": ["new", "a b+c"], "by": {"id": 7}, "note": null},
              "Transform": {
                "RequestBodyEncoding": "URL_ENCODED",
                "RequestEncodingOptions": {"ArrayFormat": "%s"}
              }
              """
                  .formatted(arrays)));

      assertThat(received().getBodyAsString().replace("%5B", "[").replace("%5D", "]"))
          .isEqualTo(form);
      assertThat(received().getHeader("Content-Type"))
          .isEqualTo("application/x-www-form-urlencoded");
    }
  }

  @Nested
  class A_response {
    @Test
    void a_response_is_shown_with_headers_body_and_status() {
      SERVER.stubFor(
          any(anyUrl()).willReturn(okJson("{\"rate\": 1.0850}").withHeader("X-Trace", "1")));

      Execution run = run(fetching());

      assertThat(run.outputAt("$.ResponseBody.rate")).contains(Json.parse("1.0850"));
      assertThat(run.outputAt("$.StatusCode")).contains(Json.parse("200"));
      assertThat(run.outputAt("$.StatusText")).contains(Json.parse("\"OK\""));
      assertThat(run.outputAt("$.Headers.X-Trace")).contains(Json.parse("[\"1\"]"));
    }

    @Test
    void a_response_that_is_no_JSON_is_shown_as_text() {
      SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("rate: 1.08")));

      assertThat(run(fetching()).outputAt("$.ResponseBody")).contains(Json.parse("\"rate: 1.08\""));
    }

    @Test
    void a_response_that_can_have_no_body_is_shown_without_one() {
      SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));

      assertThat(run(fetching()).output().orElseThrow().has("ResponseBody")).isFalse();
      assertThat(run(http("\"Method\": \"HEAD\"")).output().orElseThrow().has("ResponseBody"))
          .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "Image/PNG", "audio/mpeg; a=b"})
    void a_response_of_binary_content_fails_the_task(String type) {
      SERVER.stubFor(
          any(anyUrl()).willReturn(aResponse().withHeader("Content-Type", type).withBody("text")));

      Execution run = run(fetching());

      assertThat(run.error()).contains("States.Runtime");
      assertThat(run.cause())
          .contains(
              "Unsupported response content-type '%s'. Please see documentation for list of unsupported content-types."
                  .formatted(type.split(";")[0]));
    }

    @Test
    void a_response_of_a_status_without_a_text_of_its_own_fails_the_task_without_cause() {
      SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(418)));

      Execution run = run(fetching());

      assertThat(run.error()).contains("States.Http.StatusCode.418");
      assertThat(run.cause()).isEmpty();
    }

    @Test
    void a_response_of_another_status_fails_the_task() {
      SERVER.stubFor(
          any(anyUrl()).willReturn(aResponse().withStatus(404).withBody("{\"why\": \"lost\"}")));

      Execution run = run(fetching());

      assertThat(run.error()).contains("States.Http.StatusCode.404");
      assertThat(run.cause()).contains("Not Found");
      assertThat(run.thrown())
          .singleElement()
          .satisfies(
              refused -> {
                assertThat(refused.state()).isEqualTo("FetchRate");
                assertThat(refused.exception())
                    .hasMessage(
                        "The server answered 404 Not Found with the body\n{\"why\": \"lost\"}");
              });
    }

    @Test
    void a_response_that_fails_the_task_is_told_without_what_the_connection_adds() {
      SERVER.stubFor(
          any(anyUrl()).willReturn(aResponse().withStatus(401).withBody("no key k-1 here")));
      TestStateMachine rates = fetching();
      rates.http("FetchRate").connectionHeader("X-Key", "k-1").callsServer(SERVER.baseUrl());

      assertThat(rates.run(Map.of()).thrown())
          .singleElement()
          .extracting(refused -> refused.exception().getMessage())
          .isEqualTo("The server answered 401 Unauthorized with the body\nno key … here");
    }

    @ParameterizedTest
    @ValueSource(ints = {300_000, 6_000_000})
    void a_response_over_256_KiB_fails_the_task_as_a_mock_of_300_kB_does(int size) {
      SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("x".repeat(size))));
      String mockedBody = "x".repeat(300_000);
      TestStateMachine mocked = fetching();
      mocked.mock("FetchRate").returns(Map.of("ResponseBody", mockedBody, "StatusCode", 200));

      Execution run = run(fetching());

      Execution expected = mocked.run(Map.of());
      assertThat(run.error()).contains("States.DataLimitExceeded").isEqualTo(expected.error());
      assertThat(run.cause()).isEqualTo(expected.cause());
      assertThat(run.events())
          .extracting(HistoryEvent::type)
          .isEqualTo(expected.events().stream().map(HistoryEvent::type).toList());
    }

    @Test
    void a_response_over_256_KiB_of_another_status_fails_the_task_with_that() {
      SERVER.stubFor(
          any(anyUrl()).willReturn(aResponse().withStatus(503).withBody("x".repeat(300_000))));

      assertThat(run(fetching()).error()).contains("States.Http.StatusCode.503");
    }

    @Test
    void a_response_is_read_in_the_charset_that_it_names() {
      SERVER.stubFor(
          any(anyUrl())
              .willReturn(
                  aResponse()
                      .withHeader("Content-Type", "text/plain; charset=\"iso-8859-1\"")
                      .withBody("Größe".getBytes(StandardCharsets.ISO_8859_1))));

      assertThat(run(fetching()).outputAt("$.ResponseBody")).contains(Json.parse("\"Größe\""));
    }

    @Test
    void a_response_that_redirects_is_not_followed() {
      SERVER.stubFor(any(anyUrl()).willReturn(temporaryRedirect("https://elsewhere.example.com")));

      assertThat(run(fetching()).error()).contains("States.Http.StatusCode.302");
    }

    @Test
    void a_response_of_503_recovers_by_a_Retry_in_virtual_time() {
      SERVER.stubFor(
          any(anyUrl())
              .inScenario("busy")
              .whenScenarioStateIs(Scenario.STARTED)
              .willReturn(serviceUnavailable())
              .willSetStateTo("free"));
      SERVER.stubFor(
          any(anyUrl())
              .inScenario("busy")
              .whenScenarioStateIs("free")
              .willReturn(okJson("{\"rate\": 1}")));

      Execution run = run(fetching());

      assertThat(run.outputAt("$.ResponseBody.rate")).contains(Json.parse("1"));
      assertThat(run.duration()).isEqualTo(ofSeconds(2));
    }
  }

  @Nested
  class A_connection {
    @Test
    void a_connection_that_breaks_fails_the_task() {
      SERVER.stubFor(
          any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

      assertThat(run(fetching()).error()).contains("States.Http.Socket");
    }

    @Test
    void a_connection_that_is_refused_fails_the_task_with_the_address() {
      TestStateMachine order = fetching();
      order.http("FetchRate").callsServer("http://localhost:1");

      Execution run = order.run(Map.of());

      assertThat(run.error()).contains("States.Http.Socket");
      assertThat(run.cause())
          .contains(
              "The request to http://localhost:1 failed: nothing accepts connections there. Is the"
                  + " test's server running, and is this its port?");
    }

    @Test
    void a_connection_to_a_host_that_there_is_not_fails_the_task_with_the_reason() {
      TestStateMachine order = fetching();
      order.http("FetchRate").callsServer("http://no-such-host.invalid");

      Execution run = order.run(Map.of());

      assertThat(run.error()).contains("States.Http.Socket");
      assertThat(run.cause().orElseThrow())
          .contains("The request to http://no-such-host.invalid failed: the host is not known.");
    }

    @Test
    void a_connection_whose_body_takes_too_long_fails_the_task_after_60_virtual_seconds() {
      SERVER.stubFor(
          any(anyUrl()).willReturn(okJson("{\"a\": 1}").withChunkedDribbleDelay(5, 30_000)));
      TestStateMachine order = fetching();
      order.http("FetchRate").realTimeLimit(ofMillis(200)).callsServer(SERVER.baseUrl());

      Execution run = order.run(Map.of());

      assertThat(run.error()).contains("States.Http.Socket");
      assertThat(run.cause().orElseThrow()).endsWith("within 60 seconds (200 ms of real time)");
      assertThat(run.duration()).isEqualTo(ofSeconds(60));
    }

    @Test
    void a_connection_whose_body_never_ends_is_not_read_on() throws IOException {
      try (EndlessServer server = EndlessServer.start()) {
        TestStateMachine order = fetching();
        order.http("FetchRate").callsServer(server.url());

        Execution run = order.run(Map.of());

        assertThat(run.error()).contains("States.DataLimitExceeded");
        assertThat(run.duration()).isZero();
      }
    }

    @Test
    void a_connection_that_takes_too_long_fails_the_task_after_60_virtual_seconds() {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(30_000)));
      TestStateMachine order = fetching();
      order.http("FetchRate").realTimeLimit(ofMillis(100)).callsServer(SERVER.baseUrl());

      Execution run = order.run(Map.of());

      assertThat(run.error()).contains("States.Http.Socket");
      assertThat(run.duration()).isEqualTo(ofSeconds(60));
    }
  }

  @Nested
  class API_Gateway {
    private TestStateMachine gateway(String resource, String fields) {
      return machine(
          resource,
          """
          {
            "ApiEndpoint": "abc.execute-api.us-east-1.amazonaws.com",
            "Method": "POST",
            "Stage": "prod",
            "Path": "orders/7",
            %s
          }
          """
              .formatted(fields));
    }

    private TestStateMachine gateway(String fields) {
      return gateway("apigateway:invoke", fields);
    }

    @Test
    void api_gateway_is_sent_stage_path_query_and_headers() {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson("{\"id\": 7}")));

      Execution run =
          run(
              gateway(
                  "\"QueryParameters\": {\"a\": [\"1\", \"2\"]}, \"Headers\": {\"X\": [\"y\"]}"));

      SERVER.verify(
          postRequestedFor(urlEqualTo("/prod/orders/7?a=1&a=2")).withHeader("X", equalTo("y")));
      assertThat(run.outputAt("$.ResponseBody.id")).contains(Json.parse("7"));
      assertThat(run.outputAt("$.StatusText")).contains(Json.parse("\"OK\""));
    }

    /** What AWS's recordings show: the function behind the gateway got a JSON string. */
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "\"HelloWorld\"             | \"HelloWorld\"",
          "\"\"                       | \"\"",
          "{\"a\": 1}                 | {\"a\":1}",
          "{\"a\": {\"b\": null}, \"c\": null} | {\"a\":{}}",
        })
    void api_gateway_is_sent_JSON(String body, String sent) {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));

      run(gateway("\"RequestBody\": " + body));

      assertThat(received().getBodyAsString()).isEqualTo(sent);
    }

    @Test
    void api_gateway_is_sent_nulls_where_they_are_allowed() {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));

      run(gateway("\"RequestBody\": {\"a\": null}, \"AllowNullValues\": true"));

      assertThat(received().getBodyAsString()).isEqualTo("{\"a\":null}");
    }

    @Test
    void fails_with_the_status_and_the_body() {
      SERVER.stubFor(
          any(anyUrl())
              .willReturn(aResponse().withStatus(403).withBody("{\"message\":\"Missing\"}")));

      Execution run = run(gateway("\"Headers\": {}"));

      assertThat(run.error()).contains("ApiGateway.403");
      assertThat(run.cause()).contains("{\"message\":\"Missing\"}");
    }

    @Test
    void api_gateway_that_is_down_fails_as_its_client_does() {
      TestStateMachine order = gateway("\"Headers\": {}");
      order.http("FetchRate").callsServer("http://localhost:1");

      assertThat(order.run(Map.of()).error()).contains("ApiGateway.SdkClientException");
    }

    @Test
    void with_a_token_waits_for_it_after_the_response() {
      SERVER.stubFor(any(anyUrl()).willReturn(okJson("{}")));
      TestStateMachine order =
          gateway(
              "apigateway:invoke.waitForTaskToken",
              "\"Headers\": {\"T.$\": \"States.Array($$.Task.Token)\"}");
      order.http("FetchRate").callsServer(SERVER.baseUrl());

      RunningExecution run = order.start(Map.of()).runUntilParked();
      run.token(received().getHeader("T")).succeed("7");

      assertThat(run.finish().output()).contains(Json.parse("7"));
    }
  }

  @Nested
  class Mistakes {
    @Test
    void in_a_connections_header_abort_the_test_without_its_value() {
      TestStateMachine order = fetching();
      order
          .http("FetchRate")
          .connectionHeader("Authorization", "Bearer TOP\nSECRET")
          .callsServer("http://localhost:1");

      MockAnswerError error =
          catchThrowableOfType(() -> order.run(Map.of()), MockAnswerError.class);

      StringWriter all = new StringWriter();
      error.printStackTrace(new PrintWriter(all));
      assertThat(all.toString())
          .contains("Its header 'Authorization' cannot be sent")
          .doesNotContain("TOP")
          .doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding", "transfer-encoding", "Host", "Content-Length"})
    void in_a_header_of_the_transport_abort_the_test(String header) {
      TestStateMachine order =
          machine(
              "apigateway:invoke",
              """
              {
                "ApiEndpoint": "abc.execute-api.us-east-1.amazonaws.com",
                "Method": "GET",
                "Headers": {"%s": ["chunked"]}
              }
              """
                  .formatted(header));
      order.http("FetchRate").callsServer("http://localhost:1");

      assertThatExceptionOfType(MockAnswerError.class)
          .isThrownBy(() -> order.run(Map.of()))
          .withMessageContaining("Its header '" + header + "' is one that Step Functions");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://user:SECRET@localhost:8080",
          "http://SECRET@localhost",
          "https://127.0.0.1:1@127.0.0.1:2",
          "//SECRET@localhost"
        })
    void in_an_address_with_a_user_are_refused_without_showing_it(String address) {
      HttpMock rate = fetching().http("FetchRate");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> rate.callsServer(address))
          .withMessageContaining("without a user's name")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SECRET", "127.0.0.1"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "\"Method\": \"FETCH\" | Its Method is 'FETCH'",
          "\"Method\": null | needs a string in 'Method'",
          "\"Method\": \"GET\", \"Headers\": [1] | Its 'Headers' must be an object, found [1]",
          "\"Method\": \"POST\", \"RequestBody\": 1, \"Transform\": {\"RequestBodyEncoding\":"
              + " \"X\"} | has the RequestBodyEncoding 'X'",
          "\"Method\": \"POST\", \"RequestBody\": 1, \"Transform\": {\"RequestBodyEncoding\":"
              + " \"URL_ENCODED\"} | must be an object to be URL_ENCODED",
          "\"Method\": \"GET\", \"Authentication\": null | names no EventBridge connection",
        })
    void in_a_request_abort_the_test_with_what_is_wrong(String fields, String problem) {
      TestStateMachine order =
          machine(
              "http:invoke",
              """
              {"ApiEndpoint": "https://a.example.com", %s %s}
              """
                  .formatted(
                      fields.contains("Authentication")
                          ? ""
                          : "\"Authentication\": {\"ConnectionArn\": \"arn\"},",
                      fields));
      order.http("FetchRate").callsServer("http://localhost:1");

      assertThatExceptionOfType(MockAnswerError.class)
          .isThrownBy(() -> order.run(Map.of()))
          .withMessageContaining("The Task 'FetchRate' cannot be sent as a request.")
          .withMessageContaining(problem);
    }

    @Test
    void an_endpoint_without_https_aborts_the_test() {
      TestStateMachine order =
          machine(
              "http:invoke",
              """
              {
                "ApiEndpoint": "http://a.example.com",
                "Method": "GET",
                "Authentication": {"ConnectionArn": "arn"}
              }
              """);
      order.http("FetchRate").callsServer("http://localhost:1");

      assertThatExceptionOfType(MockAnswerError.class)
          .isThrownBy(() -> order.run(Map.of()))
          .withMessageContaining("must be an https address, found 'http://a.example.com'");
    }

    @Test
    void a_task_that_sends_no_requests_is_refused() {
      TestStateMachine order = Machines.charge("arn:aws:states:::sqs:sendMessage");

      assertThatIllegalStateException()
          .isThrownBy(() -> order.http("Charge"))
          .withMessageContaining("arn:aws:states:::sqs:sendMessage is neither");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://a", "http://a?b=c", "a b", ""})
    void an_address_that_is_none_is_refused(String address) {
      HttpMock rate = fetching().http("FetchRate");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> rate.callsServer(address))
          .withMessageContaining("found '" + address + "'");
    }

    @Test
    void a_limit_of_real_time_above_that_of_users_code_is_refused() {
      HttpMock rate = fetching().http("FetchRate");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> rate.realTimeLimit(ofSeconds(10)))
          .withMessageContaining("less than the environment's userCodeLimit of PT10S");
    }
  }
}
