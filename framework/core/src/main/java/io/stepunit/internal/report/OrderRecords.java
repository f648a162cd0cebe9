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
 * the smallest that fails, and the one that passes and is most like it, are told in full. Not for
 * use by several threads.
 */
public final class OrderRecords {
  /** Seeds by their value: as texts, the shorter is the smaller. */
  private static final Comparator<Order> BY_SIZE =
      Comparator.<Order>comparingInt(order -> order.name().length()).thenComparing(Order::name);

  private final Map<ObjectNode, Integer> numbers = new LinkedHashMap<>();
  private final List<Order> passed = new ArrayList<>();
  private final List<Order> failed = new ArrayList<>();
  private final Map<List<Integer>, Outcome> outcomes = new LinkedHashMap<>();

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
   * Takes in an order that was tried.
   *
   * @param executions those that its test started, in the order of their starts
   * @param effects the calls of Tasks, in order
   */
  public void add(
      String name,
      boolean hasFailed,
      String test,
      List<String> executionIds,
      List<Execution> executions,
      List<TaskEffect> effects) {
    List<ObjectNode> steps = OrderSteps.of(executions, effects);
    Order order =
        new Order(
            name, test, List.copyOf(executionIds), steps.stream().map(this::number).toList());
    (hasFailed ? failed : passed).add(order);
    outcomes.merge(
        steps.stream().filter(OrderRecords::isEnd).map(OrderRecords::untimed).map(this::number)
            .sorted().toList(),
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

  /** Whether nothing was taken in. */
  public boolean isEmpty() {
    return passed.isEmpty() && failed.isEmpty();
  }

  /**
   * What was found.
   *
   * @param id of the sweep
   * @param test the unique id of the test template
   * @param definition the id of the definition's record
   * @param className the test's class
   * @param name what the test is called
   * @param all whether the orders that were tried are all that there are
   */
  public ObjectNode record(
      String id, String test, String definition, String className, String name, boolean all) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("kind", "sweep");
    json.put("id", id);
    json.put("test", test);
    json.put("type", "INTERLEAVINGS");
    json.put("definition", definition);
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
