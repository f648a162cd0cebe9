package io.stepunit.internal.aws;

import java.util.List;

/** Parameters that the service refuses to start a Task with. */
final class ParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  ParameterException(List<String> problems) {
    super(problems.toString());
    this.problems = problems;
  }

  /** What is wrong, in Step Functions' words. */
  List<String> problems() {
    return problems;
  }
}
