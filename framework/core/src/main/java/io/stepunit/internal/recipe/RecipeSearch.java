package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.explore.Variation;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.Way;
import io.stepunit.internal.text.Printable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches for input and mocks that reach points of a definition. Deterministic and bounded: it
 * runs the definition with data made from what it reads, and lets those Tasks fail that have to.
 *
 * <pre>{@code
 * RecipeSearch.of(definition, WorkflowType.STANDARD).find(point).map(Recipe::advice)
 * }</pre>
 */
public final class RecipeSearch {
  /** Executions for one point, without those that make the data smaller. */
  private static final int TRIALS = 50;

  /** Executions to find one that reaches more of a hole than the first that was found. */
  private static final int BETTER = 12;

  /** Executions in all, so that a definition with any number of holes takes no time to speak of. */
  private static final int ALL_TRIALS = 600;

  private final StateGraph machine;
  private final Samples samples;
  private final Routes routes;
  private final Rehearsal rehearsal;
  private final Shrinking shrinking;
  private final Map<Trial, Set<String>> reached = new LinkedHashMap<>();
  private int left = ALL_TRIALS;

  private RecipeSearch(CompiledDefinition definition, WorkflowType type) {
    this.machine = definition.graph();
    this.samples = Samples.of(machine);
    this.routes = new Routes(machine);
    this.rehearsal = new Rehearsal(definition, type);
    this.shrinking = new Shrinking(rehearsal);
  }

  /** A search in a definition. */
  public static RecipeSearch of(StateMachineDefinition definition, WorkflowType type) {
    return new RecipeSearch(CompiledDefinition.of(definition), type);
  }

  /** The recipe of a point; empty if none was found. */
  public Optional<Recipe> find(CoveragePoint point) {
    return find(List.of(point));
  }

  /**
   * The recipe that reaches most of a hole.
   *
   * @param hole its points; the first has to be reached
   * @return empty if none was found that reaches the first
   */
  public Optional<Recipe> find(List<CoveragePoint> hole) {
    if (!hole.get(0).isReachable()) {
      return Optional.empty();
    }
    List<Trial> trials =
        Stream.concat(trials(hole.get(0)).limit(TRIALS), trialsThatReached(hole.get(0)))
            .distinct()
            .toList();
    Optional<Recipe> best = Optional.empty();
    int most = 0;
    for (int i = 0, last = trials.size(); i < last && left > 0; i++) {
      List<CoveragePoint> points = reached(hole, trials.get(i));
      if (points.size() > most) {
        Optional<Recipe> found = recipe(points, trials.get(i));
        if (found.isPresent()) {
          last = most == 0 ? Math.min(last, i + 1 + BETTER) : last;
          most = points.size();
          best = found;
        }
      }
      if (most == hole.size()) {
        break;
      }
    }
    return best.map(shrinking::smaller);
  }

  private record Trial(Plan plan, Variation variation) {}

  private Stream<Trial> trials(CoveragePoint point) {
    Optional<State> state = state(point);
    List<List<Way>> ways = state.map(routes::to).orElse(List.of(List.of()));
    List<Plan> plans = new ArrayList<>();
    for (List<Way> route : ways) {
      List<Plan> goal =
          state.map(it -> Plans.at(point, it)).orElseGet(() -> Plans.ofMachineTimeout(machine));
      plans.addAll(Plans.combined(Plans.along(route), goal));
    }
    List<Plan> distinct = plans.stream().distinct().toList();
    List<ChoiceState> choices = choices(state, ways);
    return new Variations(samples)
        .of(choices).stream()
            .flatMap(variation -> distinct.stream().map(plan -> new Trial(plan, variation)));
  }

  /** Those that were made for other points. */
  private Stream<Trial> trialsThatReached(CoveragePoint point) {
    return reached.entrySet().stream()
        .filter(trial -> trial.getValue().contains(point.key()))
        .map(Map.Entry::getKey)
        .limit(BETTER);
  }

  /** The Choice states on the cheapest way, that of the point first. */
  private static List<ChoiceState> choices(Optional<State> state, List<List<Way>> ways) {
    List<State> states = new ArrayList<>();
    ways.stream().findFirst().ifPresent(way -> way.forEach(step -> states.add(step.from())));
    state.ifPresent(states::add);
    Collections.reverse(states);
    return states.stream()
        .filter(ChoiceState.class::isInstance)
        .map(ChoiceState.class::cast)
        .distinct()
        .toList();
  }

  /** The state that a point belongs to; empty for the machine's own. */
  private Optional<State> state(CoveragePoint point) {
    String name = TestName.state(point.state());
    return machine.all().filter(state -> state.name().equals(name)).findFirst();
  }

  /** The points of a hole that a trial reaches; none without the first. */
  private List<CoveragePoint> reached(List<CoveragePoint> hole, Trial trial) {
    Set<String> keys = reached.computeIfAbsent(trial, this::reachedBy);
    return keys.contains(hole.get(0).key())
        ? hole.stream().filter(point -> keys.contains(point.key())).toList()
        : List.of();
  }

  /** The keys of the points that a trial reaches: those of one point are tried for others too. */
  private Set<String> reachedBy(Trial trial) {
    left--;
    Variation variation = trial.plan().applied(trial.variation());
    return rehearsal
        .run(
            samples.input(variation),
            objects(trial.plan(), variation),
            answers(trial.plan(), variation))
        .map(run -> Set.copyOf(Hits.of(run).counts().keySet()))
        .orElse(Set.of());
  }

  private Optional<Recipe> recipe(List<CoveragePoint> points, Trial trial) {
    Variation variation = trial.plan().applied(trial.variation());
    JsonNode input = samples.input(variation);
    List<ReadObject> objects = objects(trial.plan(), variation);
    LoggedAnswers answers = answers(trial.plan(), variation);
    return rehearsal
        .run(input, objects, answers)
        .flatMap(run -> rehearsal.replay(input, objects, answers.log()))
        .filter(run -> reaches(run, points))
        .map(run -> new Recipe(points, input, answers.log(), objects, run));
  }

  private List<ReadObject> objects(Plan plan, Variation variation) {
    return plan.lacksObjects() ? List.of() : samples.objects(variation);
  }

  private LoggedAnswers answers(Plan plan, Variation variation) {
    Plan caused = samples.cause(variation).map(plan::caused).orElse(plan);
    return new LoggedAnswers(samples.answers(variation), caused.disturbances());
  }

  /** What keeps a point, for which no recipe was found, from being reached by one. */
  public String whatIsMissing(CoveragePoint point) {
    if (point.unreachable().isPresent()) {
      return point.unreachable().get();
    }
    Optional<State> state = state(point);
    List<State> way = new ArrayList<>();
    state
        .flatMap(it -> routes.to(it).stream().findFirst())
        .ifPresent(steps -> steps.forEach(step -> way.add(step.from())));
    state.ifPresent(way::add);
    Set<String> visited =
        reached.values().stream()
            .flatMap(Set::stream)
            .map(TestName::state)
            .collect(Collectors.toSet());
    return way.stream()
        .filter(it -> !visited.contains(it.name()))
        .findFirst()
        .map(it -> before(it, way))
        .or(() -> state.map(it -> reads(it, it.name() + " is reached, but not this: it")))
        .orElse("No input and mocks were found that reach it.");
  }

  private static String before(State unreached, List<State> way) {
    int index = way.indexOf(unreached);
    return index == 0
        ? "No input was found with which " + unreached.name() + " is reached."
        : reads(
            way.get(index - 1),
            "No input and mocks were found that lead from "
                + way.get(index - 1).name()
                + " to "
                + unreached.name()
                + ": "
                + way.get(index - 1).name());
  }

  /** What the data has to have is for a person to say. */
  private static String reads(State state, String who) {
    List<String> fields =
        state
            .reads()
            .map(read -> read.path().steps())
            .map(
                steps ->
                    steps.stream()
                        .flatMap(step -> step.name().stream())
                        .collect(Collectors.joining(".")))
            .filter(field -> !field.isEmpty())
            .distinct()
            .sorted()
            .limit(5)
            .toList();
    return Printable.line(
        fields.isEmpty()
            ? who + " does not tell by its fields what it needs."
            : who + " reads " + String.join(", ", fields) + ", whose values nothing here tells.");
  }

  static boolean reaches(ExecutionRecord run, List<CoveragePoint> points) {
    Hits hits = Hits.of(run);
    return points.stream().allMatch(point -> hits.count(point.key()) > 0);
  }
}
