package io.stepunit.mock;

import io.stepunit.internal.aws.Integration;
import io.stepunit.internal.lambda.FunctionName;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.spi.AttemptRequest;
import java.util.List;
import java.util.regex.Pattern;

/** Which calls a mock answers. Of several that match, the most particular kind wins. */
sealed interface MockTarget {
  /** Text that a test gave. */
  String text();

  /** The Tasks that the mock can answer, at least one. */
  List<TaskState> tasks();

  boolean matches(AttemptRequest request);

  /** Why a call is not answered by this mock, to follow "The mock for … is not asked: ". */
  String whyNot(AttemptRequest request);

  /** The higher, the more particular. */
  int rank();

  /** How a test says it, such as {@code mock("Charge")}. */
  default String code() {
    return "mock(" + JavaText.literal(text()) + ")";
  }

  /** One Task, wherever and however often it runs. */
  record OfState(TaskState task) implements MockTarget {
    @Override
    public String text() {
      return task.name();
    }

    @Override
    public List<TaskState> tasks() {
      return List.of(task);
    }

    @Override
    public boolean matches(AttemptRequest request) {
      return request.state().equals(task.name());
    }

    @Override
    public String whyNot(AttemptRequest request) {
      return "is for another state";
    }

    @Override
    public int rank() {
      return 1;
    }
  }

  /** One Task in one branch or iteration. */
  record OfPath(String text, TaskState task) implements MockTarget {
    @Override
    public List<TaskState> tasks() {
      return List.of(task);
    }

    @Override
    public boolean matches(AttemptRequest request) {
      return request.path().equals(text);
    }

    @Override
    public String whyNot(AttemptRequest request) {
      return request.state().equals(task.name())
          ? "is for that path only, this call is " + request.path()
          : "is for another state";
    }

    @Override
    public int rank() {
      return 2;
    }
  }

  /** All Tasks that call a resource. */
  record OfResource(String text, Pattern pattern, List<TaskState> tasks) implements MockTarget {
    @Override
    public boolean matches(AttemptRequest request) {
      return pattern.matcher(request.resource().arn()).matches();
    }

    @Override
    public String whyNot(AttemptRequest request) {
      return "does not match " + request.resource().arn();
    }

    @Override
    public int rank() {
      return 0;
    }

    @Override
    public String code() {
      return "mockResource(" + JavaText.literal(text) + ")";
    }
  }

  /** All Tasks that call a service. */
  record OfService(String text, List<TaskState> tasks) implements MockTarget {
    @Override
    public boolean matches(AttemptRequest request) {
      return Integration.isOf(text, request.resource());
    }

    @Override
    public String whyNot(AttemptRequest request) {
      return "is for another service";
    }

    @Override
    public int rank() {
      return 0;
    }

    @Override
    public String code() {
      return "tasks(" + JavaText.literal(text) + ")";
    }
  }

  /** All Tasks that call a Lambda function, by its ARN or by {@code lambda:invoke}. */
  record OfFunction(String text, FunctionName function, List<TaskState> tasks)
      implements MockTarget {
    @Override
    public boolean matches(AttemptRequest request) {
      return LambdaTask.called(request).filter(function::covers).isPresent();
    }

    @Override
    public String whyNot(AttemptRequest request) {
      return LambdaTask.called(request)
          .map(called -> "is for another function, this call is of '" + called + "'")
          .orElse("is for a Lambda function, this call names none");
    }

    @Override
    public int rank() {
      return 0;
    }

    @Override
    public String code() {
      return "lambda(" + JavaText.literal(text) + ")";
    }
  }
}
