package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.budget.InterruptedWorkError;
import io.stepunit.internal.property.Case;
import io.stepunit.internal.property.CaseRun;
import io.stepunit.internal.property.CaseRunner;
import io.stepunit.internal.property.FailureKind;
import io.stepunit.internal.property.Judgement;
import io.stepunit.internal.property.PropertySearch;
import io.stepunit.internal.property.ViolationError;
import io.stepunit.internal.target.JavaText;
import io.stepunit.property.Property;
import io.stepunit.property.PropertyOptions;
import io.stepunit.property.PropertyResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks for a case in which a machine does not keep to a property. */
final class PropertyCheck {
  private final TestStateMachine machine;
  private final PropertyOptions options;

  PropertyCheck(TestStateMachine machine, PropertyOptions options) {
    this.machine = machine;
    this.options = options;
  }

  PropertyResult of(Property property) {
    property.requireStatesOf(machine);
    String source = property.isSource() ? property.toString() : "property";
    return search(
        judged ->
            judged
                .judge(property)
                .violation()
                .ifPresent(
                    violation -> {
                      throw new ViolationError(violation);
                    }),
        "assertThat(%s).holds(%s);".formatted(JavaText.variable(machine.name()), source));
  }

  PropertyResult of(Consumer<? super TestStateMachine> assertions) {
    return search(assertions, "assertions.accept(" + JavaText.variable(machine.name()) + ");");
  }

  private PropertyResult search(Consumer<? super TestStateMachine> assertions, String statement) {
    List<JsonNode> inputs =
        options.inputs().stream()
            .map(input -> machine.simulation().json().read(input, "An input to try"))
            .toList();
    options.unharmed().forEach(task -> machine.tasks().mocks().requireTask(task));
    String asserted = options.assertion().orElse(statement);
    CaseRunner runner = new Runner(new CaseWorlds(machine), assertions);
    return machine
        .simulation()
        .alone(
            () ->
                RepeatedSearch.of(machine, asserted)
                    .map(search -> search.search(runner, it -> search(it, asserted), inputs))
                    .orElseGet(() -> search(runner, asserted).search(inputs)));
  }

  private PropertySearch search(CaseRunner runner, String asserted) {
    return new PropertySearch(
        machine.machine().definition(),
        machine.type() == WorkflowType.EXPRESS,
        options,
        asserted,
        runner);
  }

  private record Runner(CaseWorlds worlds, Consumer<? super TestStateMachine> assertions)
      implements CaseRunner {
    @Override
    public Optional<CaseRun> run(Case given) {
      return worlds.run(given);
    }

    @Override
    public Judgement judge(CaseRun run) {
      Optional<Throwable> failure = run.aborted();
      if (failure.isEmpty()) {
        failure = thrownBy(run.machine());
      }
      return new Judgement(failure.map(FailureKind::of), run.machine().verdicts());
    }

    private Optional<Throwable> thrownBy(TestStateMachine machine) {
      try {
        assertions.accept(machine);
        return Optional.empty();
      } catch (InterruptedWorkError e) {
        throw e;
      } catch (RuntimeException | AssertionError e) {
        return Optional.of(e);
      }
    }
  }
}
