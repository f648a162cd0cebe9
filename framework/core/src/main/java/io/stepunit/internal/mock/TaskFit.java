package io.stepunit.internal.mock;

import io.stepunit.internal.http.HttpTask;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.Resource.Pattern;
import io.stepunit.internal.model.TaskState;
import java.util.List;

/** The kinds of Tasks that some verbs of a mock are for. */
enum TaskFit {
  /** Callback tasks and activities. */
  TOKEN(
      """
      its Resource %s neither ends in .waitForTaskToken nor is an activity, so nothing is sent to it \
      while it runs. For an answer that takes time write returns(…).taking(duration).""") {
    @Override
    boolean fits(Resource resource) {
      return waitsForToken(resource);
    }
  },

  /** Jobs and callback tasks. */
  SUBMISSION(
      """
      its Resource %s ends neither in .sync nor in .waitForTaskToken, so the call's own answer is the \
      result. Write returns(…).""") {
    @Override
    boolean fits(Resource resource) {
      return resource instanceof Resource.Service service
          && service.pattern() != Pattern.REQUEST_RESPONSE;
    }
  },

  /** {@code lambda:invoke} that waits for its answer. */
  LAMBDA_INVOKE(
      """
      its Resource %s is not arn:aws:states:::lambda:invoke, so its result has no envelope. Write \
      returns(…).""") {
    @Override
    boolean fits(Resource resource) {
      return resource instanceof Resource.Service service
          && service.service().equals("lambda")
          && service.action().equals("invoke")
          && service.pattern() == Pattern.REQUEST_RESPONSE;
    }
  },

  /** HTTP requests. */
  HTTP(
      """
      its Resource %s is neither arn:aws:states:::http:invoke nor \
      arn:aws:states:::apigateway:invoke, so there is no request to send. Write mock(…).""") {
    @Override
    boolean fits(Resource resource) {
      return HttpTask.sends(resource);
    }
  };

  private final String why;

  TaskFit(String why) {
    this.why = why;
  }

  abstract boolean fits(Resource resource);

  /** Whether a Task waits for somebody who sends its token. */
  static boolean waitsForToken(Resource resource) {
    return resource instanceof Resource.Activity
        || resource instanceof Resource.Service service
            && service.pattern() == Pattern.WAIT_FOR_TASK_TOKEN;
  }

  /**
   * Refuses Tasks of another kind.
   *
   * @param verb what the test says, for the message
   * @throws IllegalStateException if one of the Tasks is of another kind
   */
  void require(String verb, List<TaskState> tasks) {
    for (TaskState task : tasks) {
      if (!fits(task.resource())) {
        throw new IllegalStateException(
            "%s(…) does not fit '%s' (%s): %s"
                .formatted(
                    verb, task.name(), task.location(), why.formatted(task.resource().arn())));
      }
    }
  }
}
