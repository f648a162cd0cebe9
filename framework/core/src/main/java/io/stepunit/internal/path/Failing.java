package io.stepunit.internal.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.explore.Variation;
import io.stepunit.internal.model.Retrier;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateTarget;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.recipe.Answer;
import io.stepunit.internal.recipe.ErrorAnswers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets Tasks fail so that a Retrier or a Catcher is used. */
final class Failing {
  /** A Parallel or Map may have any number of Tasks. */
  private static final int TASKS = 4;

  /** More attempts are no test that anybody would read. */
  private static final int ATTEMPTS = 100;

  private final Samples samples;

  Failing(Samples samples) {
    this.samples = samples;
  }

  /**
   * The answers to try, the most promising first.
   *
   * @param before the answers of an execution that visits the point's state
   */
  List<Map<String, List<Answer>>> of(PathPoint point, Map<String, List<Answer>> before) {
    List<Map<String, List<Answer>>> all = new ArrayList<>();
    List<String> errors = errors(point);
    for (TaskState task : tasksOf(point.from())) {
      for (Answer error : answers(errors, task)) {
        int attempts = point.retrier().isPresent() ? 1 : attempts(task, error);
        if (attempts <= ATTEMPTS) {
          all.add(with(before, task, Collections.nCopies(attempts, error)));
        }
        if (point.retrier().isEmpty()) {
          all.add(only(before, task, error));
        }
      }
    }
    return all.stream().distinct().toList();
  }

  private static List<String> errors(PathPoint point) {
    return point
        .retrier()
        .map(Retrier::errorEquals)
        .orElseGet(
            () ->
                point.target().orElse(null) instanceof StateTarget.OfCatcher taken
                    ? taken.catcher().errorEquals()
                    : List.of());
  }

  /** Those that the state is, or has inside of it. */
  private static List<TaskState> tasksOf(State state) {
    return state
        .withInner()
        .filter(TaskState.class::isInstance)
        .map(TaskState.class::cast)
        .limit(TASKS)
        .toList();
  }

  private List<Answer> answers(List<String> errors, TaskState task) {
    List<Answer> answers = ErrorAnswers.of(errors, task);
    Optional<JsonNode> cause = samples.cause(Variation.nth(0));
    return cause.isEmpty()
        ? answers
        : answers.stream()
            .flatMap(answer -> Stream.of(withCause(answer, cause.get()), answer))
            .distinct()
            .toList();
  }

  private static Answer withCause(Answer answer, JsonNode cause) {
    return answer instanceof Answer.Fails fails ? new Answer.Fails(fails.error(), cause) : answer;
  }

  /** How often a Task has to fail until it is not tried again. */
  private static int attempts(TaskState task, Answer answer) {
    String error = answer instanceof Answer.Fails fails ? fails.error() : "States.Timeout";
    return task.errorHandlers()
        .retrierOf(error)
        .map(retrier -> retrier.maxAttempts() + 1)
        .orElse(1);
  }

  private static Map<String, List<Answer>> with(
      Map<String, List<Answer>> before, TaskState task, List<Answer> first) {
    Map<String, List<Answer>> all = new LinkedHashMap<>(before);
    List<Answer> answers = new ArrayList<>(first);
    answers.addAll(before.getOrDefault(task.name(), List.of()));
    all.put(task.name(), answers);
    return all;
  }

  private static Map<String, List<Answer>> only(
      Map<String, List<Answer>> before, TaskState task, Answer always) {
    Map<String, List<Answer>> all = new LinkedHashMap<>(before);
    all.put(task.name(), List.of(always));
    return all;
  }
}
