package io.stepunit.internal.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.reach.Aim;
import io.stepunit.internal.reach.PathStep;
import io.stepunit.internal.reach.PathSteps;
import io.stepunit.internal.recipe.Recipe;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.rehearsal.ScriptedMock;
import io.stepunit.internal.text.Printable;
import io.stepunit.path.PathCase;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A path that was found.
 *
 * @param recipe what takes an execution there
 * @param steps what it does
 * @param aims what it reaches
 */
record SolvedPath(
    CompiledDefinition definition, Recipe recipe, String name, List<PathStep> steps, List<Aim> aims)
    implements PathCase {
  static SolvedPath of(
      CompiledDefinition definition, Recipe recipe, List<PathStep> steps, List<Aim> aims) {
    return new SolvedPath(definition, recipe, PathName.of(steps), steps, List.copyOf(aims));
  }

  SolvedPath named(String other) {
    return new SolvedPath(definition, recipe, other, steps, aims);
  }

  boolean reaches(Aim aim) {
    return aims.contains(aim);
  }

  @Override
  public JsonNode input() {
    return recipe.input().deepCopy();
  }

  @Override
  public List<String> states() {
    return recipe.execution().path();
  }

  @Override
  public Map<String, List<Reply>> replies() {
    Map<String, List<Reply>> replies = new LinkedHashMap<>();
    recipe
        .answers()
        .forEach(
            (task, script) -> replies.put(task, script.stream().map(SolvedPath::reply).toList()));
    return Collections.unmodifiableMap(replies);
  }

  private static Reply reply(Answer answer) {
    if (answer instanceof Answer.Returns returns) {
      return new Reply(Optional.of(returns.result()), Optional.empty(), Optional.empty());
    }
    return answer instanceof Answer.Fails fails
        ? new Reply(Optional.empty(), Optional.of(fails.error()), Optional.of(fails.causeText()))
        : new Reply(Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public ExecutionStatus status() {
    return recipe.execution().status();
  }

  @Override
  public String test() {
    return PathSource.of(this);
  }

  @Override
  public void mock(TestStateMachine machine) {
    Objects.requireNonNull(machine, "machine");
    recipe
        .objects()
        .forEach(
            object ->
                machine.environment().bucket(object.bucket()).put(object.key(), object.content()));
    recipe.answers().forEach((task, script) -> ScriptedMock.declare(machine.mock(task), script));
  }

  @Override
  public Execution run(TestStateMachine machine) {
    mock(machine);
    Execution run = machine.run(input());
    if (!isTakenBy(run)) {
      throw new AssertionError(
          Printable.lines(
              """
              The execution did not take the path that its test is named after.
              Expected: %s, %s
              Taken:    %s, %s
              A path runs with its own mocks, from the start time of the test class, without faults. For a test that changes something prepare the machine by path.mock(machine), and start the execution yourself."""
                  .formatted(
                      PathName.whole(steps),
                      status(),
                      PathName.whole(PathSteps.of(run)),
                      run.status())));
    }
    return run;
  }

  @Override
  public boolean isTakenBy(Execution execution) {
    Objects.requireNonNull(execution, "execution");
    return execution.status() == status() && PathSteps.of(execution).equals(steps);
  }

  @Override
  public String toString() {
    return name;
  }
}
