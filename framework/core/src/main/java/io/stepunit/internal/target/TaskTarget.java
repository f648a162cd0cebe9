package io.stepunit.internal.target;

import io.stepunit.internal.aws.Integration;
import io.stepunit.internal.lambda.FunctionName;
import io.stepunit.internal.model.DeployedFunction;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.spi.AttemptRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The Tasks of one machine that a test means, and their calls. Of several mocks that match, the one
 * of the most particular kind wins.
 */
public sealed interface TaskTarget {
  /** What the test wrote; empty where all Tasks are meant. */
  String text();

  /** The Tasks, at least one unless all are meant and there is none. */
  List<TaskState> tasks();

  /** Whether a call is one of them. */
  boolean matches(AttemptRequest request);

  /** Why a call is none of them, to follow the name of a mock and a colon. */
  String whyNot(AttemptRequest request);

  /** The higher, the more particular. */
  int rank();

  /** How a test mocks them, such as {@code mock("Charge")}. */
  default String code() {
    return "mock(" + JavaText.literal(text()) + ")";
  }

  /** What the test wrote, as a literal of Java; empty where all Tasks are meant. */
  default String literal() {
    return JavaText.literal(text());
  }

  /** One Task, wherever and however often it runs. */
  record OfState(TaskState task) implements TaskTarget {
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
  record OfPath(String text, TaskState task) implements TaskTarget {
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
  record OfResource(String text, Pattern pattern, List<TaskState> tasks) implements TaskTarget {
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
  record OfService(String text, List<TaskState> tasks) implements TaskTarget {
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
      return "mockService(" + JavaText.literal(text) + ")";
    }
  }

  /** All Tasks that call a Lambda function, by its ARN or by {@code lambda:invoke}. */
  record OfFunction(String text, FunctionName function, List<TaskState> tasks)
      implements TaskTarget {
    @Override
    public boolean matches(AttemptRequest request) {
      return CalledFunction.of(request).filter(function::covers).isPresent();
    }

    @Override
    public String whyNot(AttemptRequest request) {
      return CalledFunction.of(request)
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

  /**
   * All Tasks that call a Lambda function of the machine's template. Whatever else the test says of
   * a Task is more particular.
   */
  record OfTemplate(List<DeployedFunction> functions, List<TaskState> tasks) implements TaskTarget {
    @Override
    public String text() {
      return "functions of the template";
    }

    @Override
    public boolean matches(AttemptRequest request) {
      return CalledFunction.of(request).filter(this::has).isPresent();
    }

    boolean has(FunctionName called) {
      return functions.stream().anyMatch(function -> function.isCalled(called.name()));
    }

    @Override
    public String whyNot(AttemptRequest request) {
      return CalledFunction.of(request)
          .map(called -> "is for functions of the template, which has no '" + called + "'")
          .orElse("is for Lambda functions, this call names none");
    }

    @Override
    public int rank() {
      return 0;
    }

    @Override
    public String code() {
      return "lambdas().fromTemplate()";
    }
  }

  /** All Tasks of a machine. */
  record All(List<TaskState> tasks) implements TaskTarget {
    @Override
    public String text() {
      return "";
    }

    @Override
    public boolean matches(AttemptRequest request) {
      return true;
    }

    @Override
    public String whyNot(AttemptRequest request) {
      return "";
    }

    @Override
    public int rank() {
      return 0;
    }

    @Override
    public String literal() {
      return "";
    }
  }
}
