package io.stepunit.internal.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.equivalence.EquivalenceOptions;
import io.stepunit.fault.FaultKind;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.explore.Variation;
import io.stepunit.internal.fault.FaultCatalogue;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The cases to try: data that makes a difference to one of the machines, and faults. */
final class Cases {
  private static final int ROTATIONS = 12;
  private static final int SCATTERED = 28;

  /** No definition expects it, so that only States.ALL and States.TaskFailed meet it. */
  private static final String ANY_ERROR = "Unexpected.Error";

  private static final List<FaultKind> REFUSALS =
      List.of(FaultKind.THROTTLED, FaultKind.REFUSES_PERMISSION);

  private final CompiledDefinition original;
  private final CompiledDefinition now;
  private final EquivalenceOptions options;
  private final UnaryOperator<TaskDispatcher> mocks;

  /**
   * @param mocks puts the original's mocks before what answers by itself
   */
  Cases(
      CompiledDefinition original,
      CompiledDefinition now,
      EquivalenceOptions options,
      UnaryOperator<TaskDispatcher> mocks) {
    this.original = original;
    this.now = now;
    this.options = options;
    this.mocks = mocks;
  }

  /** Those without faults: first the given inputs, then what the machines read. */
  List<Case> plain(List<JsonNode> inputs) {
    Samples samples = Samples.of(original.graph());
    List<Case> cases = new ArrayList<>();
    for (JsonNode input : inputs) {
      for (int n = 0; n < ROTATIONS; n++) {
        cases.add(of(samples, Variation.nth(n)).withInput(input));
      }
    }
    cases.addAll(explored(samples));
    cases.addAll(explored(Samples.of(now.graph())));
    return cases;
  }

  private List<Case> explored(Samples samples) {
    List<Variation> variations = new ArrayList<>();
    for (int n = 0; n < ROTATIONS; n++) {
      variations.add(Variation.nth(n));
    }
    for (int seed = 1; seed <= SCATTERED; seed++) {
      variations.add(Variation.scattered(seed));
    }
    if (samples.mayBeLists()) {
      List.copyOf(variations).forEach(variation -> variations.add(variation.ofLists()));
    }
    variations.add(Variation.nth(0).withLength(0));
    variations.add(Variation.nth(0).withLength(5));
    return variations.stream().map(variation -> of(samples, variation)).toList();
  }

  private Case of(Samples samples, Variation variation) {
    return Case.of(
        samples.input(variation),
        () -> mocks.apply(samples.answers(variation)),
        samples.objects(variation));
  }

  /** A case with each fault that its Tasks can meet, and then with two of them. */
  List<Case> withFaults(Trial plain) {
    if (!options.faults()) {
      return List.of();
    }
    List<Fault> faults =
        plain.original().sent().stream()
            .map(SentRequest::state)
            .distinct()
            .flatMap(this::faults)
            .toList();
    List<Case> cases = new ArrayList<>();
    faults.forEach(fault -> cases.add(plain.given().withFaults(List.of(fault))));
    return cases;
  }

  /** The same fault with one of a Task that only runs because of it, such as a compensation. */
  List<Case> withSecondFault(Trial faulty, Trial plain) {
    Set<String> before = new LinkedHashSet<>();
    plain.original().sent().forEach(sent -> before.add(sent.state()));
    List<Case> cases = new ArrayList<>();
    faulty.original().sent().stream()
        .map(SentRequest::state)
        .filter(state -> !before.contains(state))
        .distinct()
        .forEach(
            state -> {
              List<Fault> both = new ArrayList<>(faulty.given().faults());
              both.add(new Fault(state, Optional.of(ANY_ERROR), Fault.ALL));
              cases.add(faulty.given().withFaults(both));
            });
    return cases;
  }

  private Stream<Fault> faults(String state) {
    Optional<TaskState> task =
        original.findState(state).filter(TaskState.class::isInstance).map(TaskState.class::cast);
    return task.stream().flatMap(this::faults);
  }

  private Stream<Fault> faults(TaskState task) {
    Set<Optional<String>> errors = new LinkedHashSet<>();
    errors.add(Optional.of(ANY_ERROR));
    expected().map(Optional::of).forEach(errors::add);
    for (FaultKind refusal : REFUSALS) {
      FaultCatalogue.aws()
          .entry(refusal, task.resource())
          .error()
          .ifPresent(error -> errors.add(Optional.of(error)));
    }
    if (task.timeoutSeconds().isPresent() || task.heartbeatSeconds().isPresent()) {
      errors.add(Optional.empty());
    }
    return errors.stream()
        .flatMap(
            error ->
                Stream.of(
                    new Fault(task.name(), error, 1), new Fault(task.name(), error, Fault.ALL)));
  }

  /** The errors that one of the machines names. */
  private Stream<String> expected() {
    return Stream.concat(original.graph().all(), now.graph().all())
        .map(State::errorHandlers)
        .flatMap(
            handlers ->
                Stream.concat(
                    handlers.retriers().stream().flatMap(each -> each.errorEquals().stream()),
                    handlers.catchers().stream().flatMap(each -> each.errorEquals().stream())))
        .filter(error -> !error.equals("States.ALL") && !error.equals("States.TaskFailed"))
        .distinct();
  }
}
