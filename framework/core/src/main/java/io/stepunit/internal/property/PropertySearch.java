package io.stepunit.internal.property;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.report.Rerun.Mistake;
import io.stepunit.property.PropertyOptions;
import io.stepunit.property.PropertyResult;
import io.stepunit.property.PropertyResult.Counterexample;
import io.stepunit.property.Verdict;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for a case in which a machine does not keep to a property: first with nothing but inputs,
 * then with what can go wrong, in turn, and at last with what chance puts together.
 */
public final class PropertySearch {
  /** Cases in a row that were tried before: nothing new is to be expected. */
  private static final int STALE = 200;

  private final CaseRunner runner;
  private final String assertion;
  private final PropertyOptions options;
  private final Inputs inputs;
  private final Plan plan;
  private final Set<Case> tried = new HashSet<>();
  private final Map<String, String> unreached = new LinkedHashMap<>();
  private final Set<String> reached = new LinkedHashSet<>();
  private int cases;

  /**
   * @param isExpress whether AWS may run executions twice, and nobody can redrive them
   * @param assertion the statement of a test that asserts the property
   */
  public PropertySearch(
      CompiledDefinition definition,
      boolean isExpress,
      PropertyOptions options,
      String assertion,
      CaseRunner runner) {
    this.runner = runner;
    this.assertion = assertion;
    this.options = options;
    this.inputs = new Inputs(Samples.of(definition.graph()), options);
    this.plan = new Plan(definition, isExpress, options, inputs);
  }

  /**
   * Tries cases until one fails or the budget is spent.
   *
   * @param given the test's own inputs
   */
  public PropertyResult search(List<JsonNode> given) {
    return result(failing(given).map(found -> Shrinking.smallest(this::run, found)));
  }

  /**
   * Tries cases of an earlier search again, in which the property held, now that there is a mistake
   * in the definition. The others count as tried: the same would come of them. What fails is not
   * shrunk.
   */
  public PropertyResult again(KnownCases known, Mistake mistake) {
    KnownCases.Selection reaching = known.reaching(mistake);
    reached.addAll(reaching.others());
    Optional<Trial> failing =
        reaching.cases().stream()
            .flatMap(each -> counted(each).stream())
            .filter(Trial::fails)
            .findFirst();
    if (failing.isEmpty()) {
      cases = known.all().size();
    }
    return result(failing);
  }

  private PropertyResult result(Optional<Trial> failing) {
    return new PropertyResult(
        cases, failing.map(this::example), failing.isPresent() ? Map.of() : vacuous());
  }

  private Optional<Trial> failing(List<JsonNode> given) {
    for (Iterator<Case> all = inputs.all(given); all.hasNext() && !isOver(); ) {
      Optional<Trial> trial = tryOut(all.next());
      if (trial.filter(Trial::fails).isPresent()) {
        return trial;
      }
      trial.ifPresent(plan::addPlain);
    }
    int stale = 0;
    while (!isOver() && stale < STALE) {
      Optional<Case> next = plan.next();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      Optional<Trial> trial = tryOut(next.get());
      if (trial.filter(Trial::fails).isPresent()) {
        return trial;
      }
      trial.ifPresent(plan::add);
      stale = trial.isPresent() ? 0 : stale + 1;
    }
    return Optional.empty();
  }

  private boolean isOver() {
    return cases >= options.mostCases() || cases > 0 && options.isOver();
  }

  private Optional<Trial> tryOut(Case given) {
    return isOver() || !tried.add(given) ? Optional.empty() : counted(given);
  }

  private Optional<Trial> counted(Case given) {
    Optional<Trial> trial = run(given);
    trial.ifPresent(
        it -> {
          cases++;
          it.judgement().verdicts().forEach(this::note);
        });
    return trial;
  }

  private Optional<Trial> run(Case given) {
    return runner.run(given).map(run -> new Trial(run, runner.judge(run)));
  }

  /** A part of the property is put to the test by the first case that reaches what it is about. */
  private void note(Verdict verdict) {
    reached.addAll(verdict.reached());
    verdict.unreached().forEach(unreached::putIfAbsent);
  }

  /** Of the parts of all cases another job may reach what this one does not. */
  private Map<String, String> vacuous() {
    Map<String, String> missing = new LinkedHashMap<>(unreached);
    missing.keySet().removeAll(reached);
    return options.parts() > 1 ? Map.of() : missing;
  }

  private Counterexample example(Trial smallest) {
    Judgement.Failure failure = smallest.judgement().failure().orElseThrow();
    return new Counterexample(
        smallest.given().input().deepCopy(),
        failure.text(),
        CaseText.of(smallest, failure),
        PastedTest.of(smallest, assertion));
  }
}
