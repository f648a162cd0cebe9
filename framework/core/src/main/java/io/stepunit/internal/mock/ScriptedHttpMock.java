package io.stepunit.internal.mock;

import io.stepunit.internal.http.Connection;
import io.stepunit.internal.http.HttpTask;
import io.stepunit.internal.http.ServerAddress;
import io.stepunit.mock.AnswerSequence;
import io.stepunit.mock.HttpMock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Sends the requests of a Task to a server. */
final class ScriptedHttpMock implements HttpMock {
  private final ScriptedTaskMock mock;
  private final Duration userCodeLimit;
  private Connection connection = Connection.NONE;
  private Optional<Duration> realLimit = Optional.empty();

  ScriptedHttpMock(ScriptedTaskMock mock, Duration userCodeLimit) {
    this.mock = mock;
    this.userCodeLimit = userCodeLimit;
  }

  @Override
  public HttpMock connectionHeader(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    connection = connection.withHeader(name, value);
    return this;
  }

  @Override
  public HttpMock connectionQueryParameter(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    connection = connection.withQueryParameter(name, value);
    return this;
  }

  @Override
  public HttpMock connectionBodyParameter(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    connection = connection.withBodyParameter(name, value);
    return this;
  }

  @Override
  public HttpMock realTimeLimit(Duration limit) {
    Objects.requireNonNull(limit, "limit");
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

  @Override
  public AnswerSequence callsServer(String baseUrl) {
    Objects.requireNonNull(baseUrl, "baseUrl");
    Duration limit = realLimit.orElseGet(() -> userCodeLimit.dividedBy(2));
    return mock.called(new HttpTask(ServerAddress.parse(baseUrl), connection, limit)::reply);
  }
}
