package io.stepunit.internal.recipe;

import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.explore.Explorer;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.fault.FaultPlan;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.rehearsal.Rehearsal;
import io.stepunit.internal.text.Printable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first test of a machine: a mock for each Task, one execution in which all goes well, and a
 * fault matrix. It passes, since what it asserts was seen.
 *
 * <pre>{@code
 * FirstTest.of(definition, WorkflowType.STANDARD).map(test -> test.source(place))
 * }</pre>
 */
public final class FirstTest {
  private final Recipe recipe;
  private final Map<String, List<Answer>> others;
  private final FaultRehearsal faults;

  private FirstTest(Recipe recipe, Map<String, List<Answer>> others, FaultRehearsal faults) {
    this.recipe = recipe;
    this.others = others;
    this.faults = faults;
  }

  /** The first test; empty if no input was found with which the machine ends. */
  public static Optional<FirstTest> of(StateMachineDefinition definition, WorkflowType type) {
    CompiledDefinition machine = CompiledDefinition.of(definition);
    Samples samples = Samples.of(machine.graph());
    List<ReadObject> objects = Explorer.objects(machine);
    Rehearsal rehearsal = new Rehearsal(machine, type);
    return new SuccessSearch(machine, samples, objects, rehearsal)
        .find()
        .map(
            recipe -> {
              OtherAnswers answers = new OtherAnswers(machine, recipe, rehearsal);
              Map<String, List<Answer>> others = answers.find(samples);
              return new FirstTest(recipe, others, FaultRehearsal.of(recipe, answers.runs(others)));
            });
  }

  /** The source of a class. */
  public String source(TestPlace place) {
    return new FirstTestSource(recipe, others, faults, place).write();
  }

  /** What the test does, in a sentence: by which states, and with how many faults. */
  public String summary() {
    int number =
        FaultPlan.of(definition()).faults().stream()
            .filter(fault -> !faults.endless().contains(fault.state()))
            .toList()
            .size();
    String path = String.join(" > ", recipe.execution().path().stream().distinct().toList());
    String end = recipe.execution().status() == ExecutionStatus.SUCCEEDED ? "succeeds" : "ends";
    return Printable.line(
        "it %s by %s%s"
            .formatted(
                end, path, number == 0 ? "" : ", and ends with each of " + number + " faults"));
  }

  private StateMachineDefinition definition() {
    return recipe.execution().description().definition();
  }
}
