package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * An alias's {@code routingConfiguration}.
 *
 * @param targets one version or two of one machine, whose weights are 100 together
 */
record Route(List<Target> targets) {
  private static final String VERSION = "stateMachineVersionArn";
  private static final int ALL = 100;

  Route {
    targets = List.copyOf(targets);
  }

  /**
   * Where some of the starts lead.
   *
   * @param weight how many of a hundred
   */
  record Target(String versionArn, int weight) {}

  /**
   * Reads it.
   *
   * @throws StepFunctionsException {@code ValidationException}
   */
  static Route of(JsonNode configuration) {
    List<Target> targets = new ArrayList<>();
    for (JsonNode item : configuration) {
      targets.add(new Target(item.get(VERSION).textValue(), item.get("weight").intValue()));
    }
    Route route = new Route(targets);
    route.check();
    return route;
  }

  private void check() {
    List<String> arns = versionArns();
    for (String arn : arns) {
      if (!Machines.isVersion(Arns.require(arn, "stateMachine"))) {
        throw invalid(
            "Routing configuration must contain state machine version ARNs.", List.of(arn));
      }
    }
    if (arns.stream().map(Machines::withoutQualifier).distinct().count() > 1) {
      throw invalid(
          "Routing configuration must contain state machine version ARNs for the same state machine.",
          arns);
    }
    if (arns.stream().distinct().count() < arns.size()) {
      throw invalid(
          "Routing configuration must contain distinct state machine version ARNs.", arns);
    }
    List<Integer> weights = targets.stream().map(Target::weight).toList();
    if (weights.stream().mapToInt(Integer::intValue).sum() != ALL) {
      throw invalid("Sum of routing configuration weights must equal 100.", weights);
    }
  }

  private static StepFunctionsException invalid(String rule, List<?> received) {
    return new StepFunctionsException(
        "ValidationException", rule + " Received: " + received, "INVALID_ROUTING_CONFIGURATION");
  }

  /** The ARN of the machine whose versions these are. */
  String machineArn() {
    return Machines.withoutQualifier(targets.get(0).versionArn());
  }

  List<String> versionArns() {
    return targets.stream().map(Target::versionArn).toList();
  }

  boolean leadsTo(String versionArn) {
    return versionArns().contains(versionArn);
  }

  /**
   * The version that a start leads to.
   *
   * @param drawn 0 to 99
   */
  String choose(int drawn) {
    Target first = targets.get(0);
    return drawn < first.weight()
        ? first.versionArn()
        : targets.get(targets.size() - 1).versionArn();
  }

  ArrayNode json() {
    ArrayNode json = Json.NODES.arrayNode();
    targets.forEach(
        target ->
            json.addObject().put(VERSION, target.versionArn()).put("weight", target.weight()));
    return json;
  }
}
