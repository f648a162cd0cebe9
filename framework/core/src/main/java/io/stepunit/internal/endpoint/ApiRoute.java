package io.stepunit.internal.endpoint;

import io.stepunit.internal.wire.AwsJson;
import io.stepunit.internal.wire.WireAnswer;
import io.stepunit.internal.wire.WireRequest;
import java.util.function.Consumer;

/** The API in AWS's protocol; people who look find how to call it. */
final class ApiRoute implements HttpRoute {
  static final String PATH = "/";

  private final AwsJson api;
  private final Consumer<Throwable> faults;

  /**
   * @param faults is told of each call that could not be answered as AWS would
   */
  ApiRoute(AwsJson api, Consumer<Throwable> faults) {
    this.api = api;
    this.faults = faults;
  }

  @Override
  public HttpReply answer(HttpCall call) {
    return switch (call.method()) {
      case "POST" -> call(call);
      case "GET", "HEAD" -> HttpReply.text(200, greeting(call));
      default -> HttpReply.notAllowed(call.method(), PATH, "POST, GET");
    };
  }

  private HttpReply call(HttpCall call) {
    try {
      WireAnswer answer =
          api.answer(WireRequest.of(call.header(AwsJson.TARGET_HEADER), call.body()));
      return new HttpReply(answer.status(), answer.headers(), answer.bytes());
    } catch (RuntimeException | Error fault) {
      faults.accept(fault);
      return HttpReply.fault(fault);
    }
  }

  private static String greeting(HttpCall call) {
    String host = call.header("Host").orElse("localhost");
    return """
    StepUnit answers the API of AWS Step Functions here:
      aws stepfunctions list-state-machines --endpoint-url http://%s
    The time of its executions:
      curl http://%1$s%s
      curl --data PT1H http://%1$s%s\
    """
        .formatted(host, ClockResources.TIME, ClockResources.ADVANCE);
  }
}
