package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.effect.TaskEffect;
import io.stepunit.history.Attempt;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * What happened in one order: the calls of Tasks as they came, each with its answer, and the ends
 * of the executions. Executions are told apart by the order of their starts: their names would be
 * noise.
 */
final class OrderSteps {
  private record Call(String execution, String path, int attempt) {}

  private record Step(Instant at, ObjectNode json) {}

  private final List<Execution> executions;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Call, Queue<Attempt>> answers = new HashMap<>();
  private final Instant start;

  private OrderSteps(List<Execution> executions) {
    this.executions = executions;
    this.start =
        executions.stream()
            .map(Execution::startedAt)
            .min(Comparator.naturalOrder())
            .orElse(Instant.EPOCH);
    executions.forEach(this::add);
  }

  /**
   * @param executions those that the test started, in the order of their starts
   * @param effects the calls of Tasks, in order
   */
  static List<ObjectNode> of(List<Execution> executions, List<TaskEffect> effects) {
    OrderSteps steps = new OrderSteps(executions);
    List<Step> all = new ArrayList<>();
    effects.stream().map(steps::call).forEach(all::add);
    executions.stream().map(steps::end).flatMap(Optional::stream).forEach(all::add);
    // The sort is stable: calls at one instant keep their order, and the ends follow them.
    all.sort(Comparator.comparing(Step::at));
    return all.stream().map(Step::json).toList();
  }

  private void add(Execution execution) {
    numbers.put(execution.arn(), numbers.size() + 1);
    for (StateVisit visit : execution.visits()) {
      for (Attempt attempt : visit.attempts()) {
        answers
            .computeIfAbsent(
                new Call(execution.arn(), visit.path(), attempt.number()),
                key -> new ArrayDeque<>())
            .add(attempt);
      }
    }
  }

  private Step call(TaskEffect effect) {
    ObjectNode json = Json.NODES.objectNode();
    putPlace(json, effect.executionArn(), effect.at());
    json.put("path", effect.path());
    json.put("attempt", effect.attempt());
    json.put("outcome", effect.outcome().name());
    json.put("input", ShortText.of(effect.input()));
    Queue<Attempt> attempts =
        answers.get(new Call(effect.executionArn(), effect.path(), effect.attempt()));
    if (attempts != null && !attempts.isEmpty()) {
      putAnswer(json, attempts.remove());
    }
    return new Step(effect.at(), json);
  }

  private static void putAnswer(ObjectNode json, Attempt attempt) {
    attempt.error().ifPresent(error -> json.put("error", error));
    attempt
        .endedAt()
        .ifPresent(end -> json.put("took", seconds(Duration.between(attempt.startedAt(), end))));
  }

  private Optional<Step> end(Execution execution) {
    return execution.stoppedAt().map(at -> new Step(at, end(execution, at)));
  }

  private ObjectNode end(Execution execution, Instant at) {
    ObjectNode json = Json.NODES.objectNode();
    putPlace(json, execution.arn(), at);
    json.put("ended", execution.status().name());
    execution.error().ifPresent(error -> json.put("error", error));
    execution.output().ifPresent(output -> json.put("output", ShortText.of(output)));
    return json;
  }

  private void putPlace(ObjectNode json, String executionArn, Instant at) {
    Integer number = numbers.get(executionArn);
    if (number != null && executions.size() > 1) {
      json.put("execution", number);
    }
    json.put("at", seconds(Duration.between(start, at)));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
