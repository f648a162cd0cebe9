package io.stepunit.internal.aws;

import java.util.List;

/** Parameters that the service refuses to start a Task with. */
final class ParameterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ParameterException(List<String> problems) {
    super(problems.toString());
  }
}
