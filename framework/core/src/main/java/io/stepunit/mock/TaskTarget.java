package io.stepunit.mock;

import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.spi.AttemptRequest;
import java.util.List;
import java.util.Optional;

/** The Tasks of one machine that a test means, and their calls. */
public final class TaskTarget {
  private final Optional<MockTarget> target;
  private final List<TaskState> tasks;
  private final String literal;

  TaskTarget(MockTarget target) {
    this.target = Optional.of(target);
    this.tasks = List.copyOf(target.tasks());
    this.literal = JavaText.literal(target.text());
  }

  TaskTarget(List<TaskState> all) {
    this.target = Optional.empty();
    this.tasks = List.copyOf(all);
    this.literal = "";
  }

  /** The Tasks. */
  public List<TaskState> tasks() {
    return tasks;
  }

  /** Whether a call is one of them. */
  public boolean matches(AttemptRequest request) {
    return target.map(some -> some.matches(request)).orElse(true);
  }

  /** What the test wrote, as a literal of Java; empty where all Tasks are meant. */
  public String literal() {
    return literal;
  }
}
