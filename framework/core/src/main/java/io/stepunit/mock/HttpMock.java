package io.stepunit.mock;

import java.time.Duration;

/**
 * Sends the requests of an {@code http:invoke} or {@code apigateway:invoke} Task to a server that
 * the test has started.
 *
 * <pre>{@code
 * order.http("FetchRate").callsServer(wireMock.baseUrl());
 * order.http("FetchRate").connectionHeader("Authorization", "Bearer t").callsServer(wireMock.baseUrl());
 * }</pre>
 *
 * <p>Path, query, method, headers and body are those of the Task; only the host is the test's. No
 * other host is ever asked: redirects are not followed, proxies not used. A status of 2xx gives
 * {@code {"Headers": {…: […]}, "ResponseBody": …, "StatusCode": 200, "StatusText": "OK"}}; any
 * other fails the Task with {@code States.Http.StatusCode.503} or {@code ApiGateway.503}; a
 * connection that is refused, breaks or takes too long with {@code States.Http.Socket} or {@code
 * ApiGateway.SdkClientException}.
 *
 * @since 0.1.0
 */
public interface HttpMock {
  /**
   * Sets a header that the Task's EventBridge connection adds. It wins over the definition's of
   * exactly this name; one whose name differs in case is sent, too.
   */
  HttpMock connectionHeader(String name, String value);

  /** Sets a query parameter that the connection adds; it wins over the definition's. */
  HttpMock connectionQueryParameter(String name, String value);

  /**
   * Sets a member that the connection adds to the body of {@code http:invoke}; it wins over the
   * definition's. With it, a body that is no object fails the Task with {@code States.Runtime}.
   */
  HttpMock connectionBodyParameter(String name, String value);

  /**
   * Sets the real time that a response may take, its body included. It stands for the 60 seconds
   * that Step Functions waits: when it is over, the Task fails 60 virtual seconds after its start.
   * By default it is half of the environment's {@code userCodeLimit}, 5 seconds.
   *
   * @param limit positive, and less than the environment's {@code userCodeLimit}
   * @throws IllegalArgumentException if it is not
   */
  HttpMock realTimeLimit(Duration limit);

  /**
   * Sends each call of the Task to a server.
   *
   * @param baseUrl its address, {@code http://localhost:8080}; a path in it goes before the Task's
   * @throws IllegalArgumentException if it is no such address, or has a user's name
   */
  AnswerSequence callsServer(String baseUrl);
}
