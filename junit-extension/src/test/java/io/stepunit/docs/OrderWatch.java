package io.stepunit.docs;

import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Code under test in docs/guide/time.md. */
class OrderWatch {
  private final SfnClient stepFunctions;
  private final Consumer<Duration> pause;

  OrderWatch(SfnClient stepFunctions, Consumer<Duration> pause) {
    this.stepFunctions = stepFunctions;
    this.pause = pause;
  }

  String awaitEnd(String execution) {
    String status = status(execution);
    while (status.equals("RUNNING")) {
      pause.accept(Duration.ofSeconds(30));
      status = status(execution);
    }
    return status;
  }

  String status(String execution) {
    return stepFunctions
        .describeExecution(request -> request.executionArn(execution))
        .statusAsString();
  }
}
