package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.effect.TaskEffect;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of a test that is run in many orders. Of all orders it knows how the executions ended;
 * the smallest that fails, and the one that passes and is most like it, are told in full.
 */
public final class OrderRecords {
  /** Seeds by their value: as texts, the shorter is the smaller. */
  private static final Comparator<Order> BY_SIZE =
      Comparator.<Order>comparingInt(order -> order.name().length()).thenComparing(Order::name);

  private final TestRecording template;
  private final String className;
  private final String name;
  private final Map<ObjectNode, Integer> numbers = new LinkedHashMap<>();
  private final List<Order> passed = new ArrayList<>();
  private final List<Order> failed = new ArrayList<>();
  private final Map<List<Integer>, Outcome> outcomes = new LinkedHashMap<>();
  private Optional<String> definition = Optional.empty();

  /**
   * @param template the test template, which the sweep has its id of
   * @param className the test's class
   * @param name what the test is called
   */
  public OrderRecords(TestRecording template, String className, String name) {
    this.template = template;
    this.className = className;
    this.name = name;
  }

  /**
   * One order that was tried.
   *
   * @param name the order's name
   * @param test the unique id of its test
   * @param executionIds the ids of the records of its executions, in the order of their starts
   * @param steps the numbers of its steps
   */
  private record Order(String name, String test, List<String> executionIds, List<Integer> steps) {
    int commonWith(Order other) {
      int common = 0;
      int most = Math.min(steps.size(), other.steps.size());
      while (common < most && steps.get(common).equals(other.steps.get(common))) {
        common++;
      }
      return common;
    }
  }

  /** An outcome, the first order that led to it, and how many did. */
  private record Outcome(String order, int count, boolean failed) {
    Outcome and(boolean another) {
      return new Outcome(order, count + 1, failed || another);
    }
  }

  /**
   * Notes what came of an order.
   *
   * @param test the test that was run in it
   * @param hasFailed whether it has failed so far
   * @param executions those that the test started, in the order of their starts
   * @param effects the calls of Tasks, in order
   */
  public void add(
      TestRecording test,
      String name,
      boolean hasFailed,
      List<Execution> executions,
      List<TaskEffect> effects) {
    test.add(
        ended -> {
          add(ended, name, hasFailed, executions, effects);
          return List.of();
        });
  }

  private void add(
      RecordedTest test,
      String name,
      boolean failedSoFar,
      List<Execution> executions,
      List<TaskEffect> effects) {
    List<ObjectNode> steps = OrderSteps.of(executions, effects);
    definition = definition.or(() -> executions.stream().findFirst().flatMap(test::definitionOf));
    Order order =
        new Order(
            name,
            test.id().uniqueId(),
            executions.stream().map(run -> test.idOf(run).orElse("")).toList(),
            steps.stream().map(this::number).toList());
    boolean hasFailed = failedSoFar || test.failed();
    (hasFailed ? failed : passed).add(order);
    outcomes.merge(
        steps.stream()
            .filter(OrderRecords::isEnd)
            .map(OrderRecords::untimed)
            .map(this::number)
            .sorted()
            .toList(),
        new Outcome(name, 1, hasFailed),
        (known, one) -> known.and(hasFailed));
  }

  private int number(ObjectNode step) {
    return numbers.computeIfAbsent(step, key -> numbers.size());
  }

  private static boolean isEnd(ObjectNode step) {
    return step.has("ended");
  }

  private static ObjectNode untimed(ObjectNode end) {
    return end.deepCopy().without(List.of("at"));
  }

  /**
   * No more orders are tried: what was found is written when the container of the template ends,
   * after all of its tests.
   *
   * @param all whether the orders that were tried are all that there are
   */
  public void end(boolean all) {
    template
        .container()
        .ifPresent(
            container ->
                container.add(
                    ended ->
                        passed.isEmpty() && failed.isEmpty() ? List.of() : List.of(record(all))));
  }

  private ObjectNode record(boolean all) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("kind", "sweep");
    json.put("id", template.id().key());
    json.put("test", template.id().uniqueId());
    json.put("type", "INTERLEAVINGS");
    definition.ifPresent(id -> json.put("definition", id));
    json.put("class", className);
    json.put("name", name);
    json.put("orders", passed.size() + failed.size());
    json.put("all", all);
    json.put("failed", failed.size());
    List<ObjectNode> steps = List.copyOf(numbers.keySet());
    putOutcomes(json.putArray("outcomes"), steps);
    Optional<Order> smallest = failed.stream().min(BY_SIZE);
    Optional<Order> passing =
        smallest
            .flatMap(order -> passed.stream().max(Comparator.comparingInt(order::commonWith)))
            .or(() -> passed.stream().min(BY_SIZE));
    smallest.ifPresent(order -> json.set("failing", toJson(order, steps)));
    passing.ifPresent(order -> json.set("passing", toJson(order, steps)));
    return json;
  }

  private void putOutcomes(ArrayNode json, List<ObjectNode> steps) {
    outcomes.forEach(
        (ends, outcome) -> {
          ObjectNode one = json.addObject();
          one.put("order", outcome.order());
          one.put("count", outcome.count());
          one.put("failed", outcome.failed());
          ArrayNode executions = one.putArray("executions");
          ends.forEach(end -> executions.add(steps.get(end)));
        });
  }

  private static ObjectNode toJson(Order order, List<ObjectNode> steps) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("order", order.name());
    json.put("test", order.test());
    ArrayNode executions = json.putArray("executions");
    order.executionIds().forEach(executions::add);
    ArrayNode course = json.putArray("steps");
    order.steps().forEach(step -> course.add(steps.get(step)));
    return json;
  }
}
