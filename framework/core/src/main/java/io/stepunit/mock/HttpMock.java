package io.stepunit.mock;

import io.stepunit.internal.http.Connection;
import io.stepunit.internal.http.HttpTask;
import io.stepunit.internal.http.Target;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends the request of an {@code http:invoke} or {@code apigateway:invoke} Task for real, to a
 * server that the test has started.
 *
 * <pre>{@code
 * order.http("FetchRate").sendsTo(wireMock.baseUrl());
 * order.http("FetchRate").connectionHeader("Authorization", "Bearer t").sendsTo(wireMock.baseUrl());
 * }</pre>
 *
 * <p>Path, query, method, headers and body are those of the Task; only the host is the test's. No
 * other host is ever asked: redirects are not followed, proxies not used. A status of 2xx gives
 * {@code {"Headers": {…: […]}, "ResponseBody": …, "StatusCode": 200, "StatusText": "OK"}}; any
 * other fails the Task with {@code States.Http.StatusCode.503} or {@code ApiGateway.503}; a
 * connection that is refused, breaks or takes too long with {@code States.Http.Socket} or {@code
 * ApiGateway.SdkClientException}.
 */
public final class HttpMock {
  private final TaskMock mock;
  private final Duration userCodeLimit;
  private Connection connection = Connection.NONE;
  private Optional<Duration> realLimit = Optional.empty();

  HttpMock(TaskMock mock, Duration userCodeLimit) {
    this.mock = mock;
    this.userCodeLimit = userCodeLimit;
  }

  /** A header that the Task's EventBridge connection adds; it wins over the definition's. */
  public HttpMock connectionHeader(String name, String value) {
    connection = connection.withHeader(name, value);
    return this;
  }

  /** A query parameter that the connection adds; it wins over the definition's. */
  public HttpMock connectionQueryParameter(String name, String value) {
    connection = connection.withQueryParameter(name, value);
    return this;
  }

  /**
   * The real time that a response may take. It stands for the 60 seconds that Step Functions waits:
   * when it is over, the Task fails 60 virtual seconds after its start. By default it is half of
   * the environment's {@code userCodeLimit}, 5 seconds.
   *
   * @param limit positive, and less than the environment's {@code userCodeLimit}
   */
  public HttpMock realTimeLimit(Duration limit) {
    if (limit.isNegative() || limit.isZero() || limit.compareTo(userCodeLimit) >= 0) {
      throw new IllegalArgumentException(
          "The limit of real time must be positive and less than the environment's userCodeLimit of "
              + userCodeLimit
              + ", but is "
              + limit);
    }
    realLimit = Optional.of(limit);
    return this;
  }

  /**
   * Sends each call of the Task to a server.
   *
   * @param baseUrl its address, {@code http://localhost:8080}; a path in it goes before the Task's
   * @throws IllegalArgumentException if it is no such address
   */
  public AnswerSequence sendsTo(String baseUrl) {
    Duration limit = realLimit.orElseGet(() -> userCodeLimit.dividedBy(2));
    return mock.called(new HttpTask(Target.parse(baseUrl), connection, limit)::reply);
  }
}
