package io.stepunit.internal.rehearsal;

import io.stepunit.internal.model.TaskState;
import java.util.ArrayList;
import java.util.List;

/** Answers that are errors which a Retrier or a Catcher waits for. */
public final class ErrorAnswers {
  /** An error that no definition names. */
  private static final String ANY = "Unexpected.Error";

  private ErrorAnswers() {}

  /** What a Task can be answered to meet one of the names in {@code ErrorEquals}. */
  public static List<Answer> of(List<String> errorEquals, TaskState task) {
    List<Answer> answers = new ArrayList<>();
    for (String name : errorEquals) {
      switch (name) {
        case "States.ALL" -> {
          answers.add(new Answer.Fails(ANY));
          answers.add(timeout(task));
          answers.add(new Answer.Fails("States.TaskFailed"));
        }
        case "States.TaskFailed" -> answers.add(new Answer.Fails(ANY));
        case "States.Timeout" -> answers.add(timeout(task));
        case "States.HeartbeatTimeout" ->
            answers.add(
                task.heartbeatSeconds().isPresent()
                    ? new Answer.Never()
                    : new Answer.Fails("States.HeartbeatTimeout"));
        default -> answers.add(new Answer.Fails(name));
      }
    }
    return answers;
  }

  private static Answer timeout(TaskState task) {
    return task.timeoutSeconds().isPresent()
        ? new Answer.Never()
        : new Answer.Fails("States.Timeout");
  }
}
