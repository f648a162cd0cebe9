package io.stepunit.internal.analysis;

import io.stepunit.BillingDetails;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.WorkflowType;
import io.stepunit.cost.Cost;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.history.ExecutionDescription;
import io.stepunit.internal.history.ExecutionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Computes what executions cost. */
public final class Costs {
  private Costs() {}

  /** The cost of an execution, so far if it is running. */
  public static Cost of(ExecutionRecord execution) {
    return new Cost(
        execution.description().type(),
        Transitions.of(execution),
        Billing.of(execution),
        expressChildren(execution).map(Costs::bill).toList(),
        childrenNotKept(execution),
        obstacles(execution.description()),
        PriceList.aws());
  }

  private static BillingDetails bill(ExecutionRecord child) {
    return Billing.of(child);
  }

  private static Stream<ExecutionRecord> children(ExecutionRecord execution) {
    return execution.mapRuns().stream()
        .flatMap(run -> run.children().values().stream())
        .flatMap(child -> Stream.concat(Stream.of(child), children(child)));
  }

  private static Stream<ExecutionRecord> expressChildren(ExecutionRecord execution) {
    return children(execution).filter(child -> child.description().type() == WorkflowType.EXPRESS);
  }

  private static int childrenNotKept(ExecutionRecord execution) {
    return Stream.concat(Stream.of(execution), children(execution))
        .flatMap(each -> each.mapRuns().stream())
        .mapToInt(run -> Transitions.started(run) - run.children().size())
        .sum();
  }

  private static List<String> obstacles(ExecutionDescription execution) {
    List<String> obstacles = new ArrayList<>();
    for (Diagnostic problem : execution.definition().problemsAs(WorkflowType.EXPRESS)) {
      obstacles.add(problem.message().strip() + " (" + problem.location() + ")");
    }
    if (execution.type() == WorkflowType.STANDARD
        && execution.duration().compareTo(EngineLimits.AWS.expressTime()) > 0) {
      obstacles.add("it takes longer than 5 minutes");
    }
    return obstacles;
  }
}
