package io.stepunit.internal.reach;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.explore.Variation;
import io.stepunit.internal.model.Retrier;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateTarget;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.rehearsal.ErrorAnswers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets Tasks fail, or never answer, so that what waits for that is used. */
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
   * @param tasks the Tasks that may fail
   * @param before the answers of an execution that visits the aim's state
   */
  List<Map<String, List<Answer>>> of(
      Aim aim, Stream<TaskState> tasks, Map<String, List<Answer>> before) {
    List<Map<String, List<Answer>>> all = new ArrayList<>();
    boolean isRetry = aim.point().kind() == PointKind.RETRIER;
    tasks
        .limit(TASKS)
        .forEach(
            task -> {
              for (Answer answer : answers(aim, task)) {
                int attempts = isRetry ? 1 : attempts(task, answer);
                if (attempts <= ATTEMPTS) {
                  all.add(with(before, task, Collections.nCopies(attempts, answer)));
                }
                if (!isRetry) {
                  all.add(only(before, task.name(), answer));
                }
              }
            });
    return all.stream().distinct().toList();
  }

  /** Answers by which a Task that has failed fails at each call. */
  static List<Map<String, List<Answer>>> goingOn(Map<String, List<Answer>> before) {
    List<Map<String, List<Answer>>> all = new ArrayList<>();
    before.forEach(
        (task, script) ->
            script.stream()
                .filter(answer -> !(answer instanceof Answer.Returns))
                .findFirst()
                .filter(answer -> !script.equals(List.of(answer)))
                .ifPresent(answer -> all.add(only(before, task, answer))));
    return all;
  }

  private List<Answer> answers(Aim aim, TaskState task) {
    return switch (aim.point().kind()) {
      case TIMEOUT, HEARTBEAT -> List.of(new Answer.Never());
      case RETRIER, EXHAUSTED_RETRIER ->
          withCauses(aim.retrier().map(Retrier::errorEquals).orElse(List.of()), task);
      case CATCHER ->
          aim.target().orElse(null) instanceof StateTarget.OfCatcher taken
              ? withCauses(taken.catcher().errorEquals(), task)
              : List.of();
      case STATE, TRANSITION, CHOICE_RULE, OPERAND, BRANCH, MAP_ITEMS -> List.of();
    };
  }

  /** Those that a state is, or has inside of it. */
  static Stream<TaskState> tasksOf(State state) {
    return state.withInner().filter(TaskState.class::isInstance).map(TaskState.class::cast);
  }

  private List<Answer> withCauses(List<String> errors, TaskState task) {
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
      Map<String, List<Answer>> before, String task, Answer always) {
    Map<String, List<Answer>> all = new LinkedHashMap<>(before);
    all.put(task, List.of(always));
    return all;
  }
}
