package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.DataPath.Step;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Trees;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Assign;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.JsonPathDataFlow;
import io.stepunit.internal.model.JsonataDataFlow;
import io.stepunit.internal.model.MapItems;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.ParallelState;
import io.stepunit.internal.model.PassState;
import io.stepunit.internal.model.ResultPath;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Follows a value of an execution back to where it comes from: through the visits before, out of
 * iterations and branches, to the execution's input or the result of a call.
 */
final class Origins {
  private final Course course;
  private final ScriptedCalls calls;

  Origins(Course course, ScriptedCalls calls) {
    this.course = course;
    this.calls = calls;
  }

  /** Where the documents of an expression come from. */
  private record Documents(
      VisitRecord visit,
      Function<Want, Changes> input,
      Function<Want, Changes> result,
      Function<Want, Changes> error) {}

  private static Changes nowhere(Want want) {
    return Changes.IMPOSSIBLE;
  }

  /**
   * What has to be given for a state to see in its raw input, variables and context what it wants.
   */
  Changes of(VisitRecord visit, Wants wants) {
    return all(wants, entering(visit));
  }

  /** The same where {@code $} is what {@code InputPath} chooses. */
  Changes ofChosenInput(VisitRecord visit, DataFlow flow, Wants wants) {
    return all(wants, chosen(visit, flow));
  }

  /** The same where {@code $} is the state's result, as ResultSelector and Assign see it. */
  Changes ofResult(VisitRecord visit, Wants wants) {
    return flow(visit)
        .map(flow -> all(wants, atExit(visit, flow, true)))
        .orElse(Changes.IMPOSSIBLE);
  }

  private Documents entering(VisitRecord visit) {
    return new Documents(visit, want -> input(visit, want), Origins::nowhere, Origins::nowhere);
  }

  private Documents chosen(VisitRecord visit, DataFlow flow) {
    return new Documents(
        visit, want -> chosenInput(visit, flow, want), Origins::nowhere, Origins::nowhere);
  }

  /**
   * @param inPlace whether the result is {@code $}, as in JSONPath
   */
  private Documents atExit(VisitRecord visit, DataFlow flow, boolean inPlace) {
    boolean jsonPath = inPlace && flow instanceof JsonPathDataFlow;
    Function<Want, Changes> result = want -> result(visit, flow, want);
    return new Documents(visit, jsonPath ? result : want -> input(visit, want), result, result);
  }

  private Changes all(Wants wants, Documents documents) {
    Changes any = Changes.IMPOSSIBLE;
    for (List<Want> way : wants.ways()) {
      Changes all = Changes.NONE;
      for (Want want : way) {
        all = all.and(one(want, documents));
      }
      any = any.or(all);
    }
    return any;
  }

  private Changes one(Want want, Documents documents) {
    return switch (want.path().source()) {
      case INPUT -> documents.input().apply(want);
      case RESULT -> documents.result().apply(want);
      case ERROR_OUTPUT -> documents.error().apply(want);
      case VARIABLE -> variable(documents.visit(), want);
      case CONTEXT -> context(documents.visit(), want);
    };
  }

  private static Want at(List<Step> way, Want want) {
    return new Want(DataPath.of(DataPath.Source.INPUT).with(way), want.value());
  }

  private static List<Step> joined(List<Step> first, List<Step> then) {
    List<Step> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  private static List<Step> rest(List<Step> steps) {
    return steps.subList(Math.min(1, steps.size()), steps.size());
  }

  private Changes variable(VisitRecord visit, Want want) {
    List<Step> steps = want.path().steps();
    String name = steps.get(0).name().orElse("");
    return course
        .assigner(visit, name)
        .map(
            assigner -> {
              DataFlow flow = flow(assigner).orElseThrow();
              Optional<Assign> assign =
                  flow instanceof JsonPathDataFlow paths
                      ? paths.assign()
                      : ((JsonataDataFlow) flow).assign();
              Expr expr = assign.map(all -> all.variables().get(name)).orElse(null);
              return expr == null
                  ? Changes.IMPOSSIBLE
                  : computed(
                      expr,
                      at(rest(steps), want),
                      exitScope(assigner, flow),
                      atExit(assigner, flow, true));
            })
        .orElse(Changes.IMPOSSIBLE);
  }

  private Changes context(VisitRecord visit, Want want) {
    List<Step> steps = want.path().steps();
    List<String> names = steps.stream().map(step -> step.name().orElse("")).toList();
    if (names.size() >= 2 && names.subList(0, 2).equals(List.of("Execution", "Input"))) {
      return executionInput(at(steps.subList(2, steps.size()), want));
    }
    if (names.size() >= 3 && names.subList(0, 3).equals(List.of("Map", "Item", "Value"))) {
      return ownItem(visit, at(steps.subList(3, steps.size()), want));
    }
    return Changes.IMPOSSIBLE;
  }

  /** The item of the iteration that a visit is in. */
  private Changes ownItem(VisitRecord visit, Want want) {
    Optional<VisitRecord> around = course.around(visit);
    if (around.isPresent()) {
      int index = visit.ref().around() == null ? 0 : visit.ref().around().index();
      return around.get().state() instanceof MapState map
          ? item(around.get(), map, index, want)
          : ownItem(around.get(), want);
    }
    return course.parent().map(parent -> childItem(parent, want)).orElse(Changes.IMPOSSIBLE);
  }

  private Changes childItem(Course.Parent parent, Want want) {
    return new Origins(parent.course(), calls)
        .item(parent.map(), (MapState) parent.map().state(), parent.child(), want);
  }

  private Changes executionInput(Want want) {
    return course.parent().isPresent()
        ? startOfChild(course.parent().get(), want)
        : Changes.of(new Change(new Change.Source.Input(), want.path().steps(), want.value()));
  }

  /** What is in a state's raw input. */
  private Changes input(VisitRecord visit, Want want) {
    Optional<VisitRecord> before = course.before(visit);
    if (before.isPresent()) {
      return output(before.get(), want);
    }
    Optional<VisitRecord> around = course.around(visit);
    if (around.isEmpty()) {
      return executionInput(want);
    }
    int index = visit.ref().around() == null ? 0 : visit.ref().around().index();
    return around.get().state() instanceof MapState map
        ? iteration(around.get(), map, index, want)
        : effective(around.get(), Flows.own(around.get().state()).orElseThrow(), want);
  }

  private Changes startOfChild(Course.Parent parent, Want want) {
    Origins outside = new Origins(parent.course(), calls);
    MapState map = (MapState) parent.map().state();
    boolean batches = map.distributed().flatMap(it -> it.itemBatcher()).isPresent();
    List<Step> steps = want.path().steps();
    if (!batches) {
      return outside.iteration(parent.map(), map, parent.child(), want);
    }
    boolean ofItems = steps.size() > 1 && steps.get(0).name().filter("Items"::equals).isPresent();
    int item = ofItems && steps.get(1) instanceof Step.Item at ? Math.max(0, at.index()) : 0;
    return ofItems
        ? outside.iteration(parent.map(), map, item, at(steps.subList(2, steps.size()), want))
        : Changes.IMPOSSIBLE;
  }

  private Changes iteration(VisitRecord visit, MapState map, int index, Want want) {
    if (map.itemSelector().isEmpty()) {
      return item(visit, map, index, want);
    }
    Documents documents =
        new Documents(
            visit,
            inner -> chosenInput(visit, map.dataFlow(), inner),
            Origins::nowhere,
            Origins::nowhere);
    Wants wants =
        map.itemSelector()
            .get()
            .wants(chosenScope(visit, map.dataFlow()), want.path().steps(), want.value());
    Changes any = Changes.IMPOSSIBLE;
    for (List<Want> way : wants.ways()) {
      Changes all = Changes.NONE;
      for (Want inner : way) {
        all = all.and(selected(visit, map, index, inner, documents));
      }
      any = any.or(all);
    }
    return any;
  }

  /** In an ItemSelector the item is in the context object. */
  private Changes selected(
      VisitRecord visit, MapState map, int index, Want want, Documents documents) {
    List<Step> steps = want.path().steps();
    List<String> names = steps.stream().map(step -> step.name().orElse("")).toList();
    boolean isItem =
        want.path().source() == DataPath.Source.CONTEXT
            && names.size() >= 3
            && names.subList(0, 3).equals(List.of("Map", "Item", "Value"));
    return isItem
        ? item(visit, map, index, at(steps.subList(3, steps.size()), want))
        : one(want, documents);
  }

  private Changes item(VisitRecord visit, MapState map, int index, Want want) {
    List<Step> inItems = joined(List.of(new Step.Item(index)), want.path().steps());
    if (map.distributed().flatMap(it -> it.itemReader()).isPresent()) {
      return Changes.of(new Change(new Change.Source.Items(map.name()), inItems, want.value()));
    }
    return items(visit, map, at(inItems, want));
  }

  /** What is in the items of a Map. */
  Changes items(VisitRecord visit, MapState map, Want want) {
    MapItems items = map.items();
    if (items instanceof MapItems.Input) {
      return input(visit, want);
    }
    Expr expr =
        items instanceof MapItems.AtPath path ? path.expr() : ((MapItems.Computed) items).expr();
    return computed(expr, want, chosenScope(visit, map.dataFlow()), chosen(visit, map.dataFlow()));
  }

  private Changes computed(Expr expr, Want want, Scope scope, Documents documents) {
    return all(expr.wants(scope, want.path().steps(), want.value()), documents);
  }

  private Scope chosenScope(VisitRecord visit, DataFlow flow) {
    Scope scope = course.scope(visit);
    try {
      return scope.withInput(flow.input(scope));
    } catch (EvaluationException e) {
      return scope;
    }
  }

  /** What {@code InputPath} chooses of the raw input. */
  private Changes chosenInput(VisitRecord visit, DataFlow flow, Want want) {
    return flow instanceof JsonPathDataFlow paths
        ? computed(paths.inputPath(), want, course.scope(visit), entering(visit))
        : input(visit, want);
  }

  /** What a state hands on: {@code Parameters} or {@code Arguments}. */
  private Changes effective(VisitRecord visit, DataFlow flow, Want want) {
    if (flow instanceof JsonPathDataFlow paths) {
      return paths.parameters().isPresent()
          ? computed(paths.parameters().get(), want, chosenScope(visit, flow), chosen(visit, flow))
          : chosenInput(visit, flow, want);
    }
    Optional<Expr> arguments = ((JsonataDataFlow) flow).arguments();
    return arguments.isPresent()
        ? computed(arguments.get(), want, course.scope(visit), entering(visit))
        : input(visit, want);
  }

  /** What a visit has left behind. */
  private Changes output(VisitRecord visit, Want want) {
    DataFlow flow = flow(visit).orElse(null);
    if (flow == null) {
      return Changes.IMPOSSIBLE;
    }
    if (flow instanceof JsonataDataFlow jsonata) {
      return jsonata.output().isPresent()
          ? computed(
              jsonata.output().get(), want, exitScope(visit, flow), atExit(visit, flow, false))
          : result(visit, flow, want);
    }
    JsonPathDataFlow paths = (JsonPathDataFlow) flow;
    Documents documents =
        new Documents(
            visit, inner -> merged(visit, paths, inner), Origins::nowhere, Origins::nowhere);
    return computed(paths.outputPath(), want, course.scope(visit), documents);
  }

  private Changes merged(VisitRecord visit, JsonPathDataFlow flow, Want want) {
    if (flow.resultPath() instanceof ResultPath.Discard) {
      return input(visit, want);
    }
    Optional<DataPath> place = flow.resultPlace();
    if (place.isEmpty()) {
      return selected(visit, flow, want);
    }
    List<Step> steps = want.path().steps();
    List<Step> to = place.get().steps();
    boolean within = steps.size() >= to.size() && steps.subList(0, to.size()).equals(to);
    return within
        ? selected(visit, flow, at(steps.subList(to.size(), steps.size()), want))
        : input(visit, want);
  }

  private Changes selected(VisitRecord visit, JsonPathDataFlow flow, Want want) {
    return flow.resultSelector().isPresent()
        ? computed(
            flow.resultSelector().get(), want, exitScope(visit, flow), atExit(visit, flow, true))
        : result(visit, flow, want);
  }

  /** What the work of a state has come to. */
  private Changes result(VisitRecord visit, DataFlow flow, Want want) {
    State state = visit.state();
    List<Step> steps = want.path().steps();
    if (visit.catcherTaken().isPresent()) {
      return cause(visit, want);
    }
    if (state instanceof TaskState) {
      return calls
          .of(visit.ref())
          .map(
              made ->
                  Changes.of(
                      new Change(new Change.Source.Result(made.call()), steps, want.value())))
          .orElse(Changes.IMPOSSIBLE);
    }
    if (state instanceof PassState pass) {
      return pass.result()
          .map(
              result ->
                  Trees.fits(Trees.find(result, steps), want.value())
                      ? Changes.NONE
                      : Changes.IMPOSSIBLE)
          .orElseGet(() -> effective(visit, flow, want));
    }
    if (state instanceof ParallelState || state instanceof MapState) {
      return ofPart(visit, state, want);
    }
    return chosenInput(visit, flow, want);
  }

  /** The result of a Parallel or Map is that of its branches or iterations. */
  private Changes ofPart(VisitRecord visit, State state, Want want) {
    List<Step> steps = want.path().steps();
    if (steps.isEmpty()) {
      boolean isNone =
          want.value() instanceof Want.Value.Is is && is.json().isArray() && is.json().isEmpty();
      return isNone && state instanceof MapState map ? items(visit, map, want) : Changes.IMPOSSIBLE;
    }
    Want inside = at(rest(steps), want);
    if (steps.get(0) instanceof Step.Item item) {
      return part(visit, item.index(), inside);
    }
    Changes all = Changes.NONE;
    int index = 0;
    for (; course.last(visit, index).isPresent() && index < 4; index++) {
      all = all.and(part(visit, index, inside));
    }
    return index == 0 ? Changes.IMPOSSIBLE : part(visit, 0, inside).or(all);
  }

  private Changes part(VisitRecord visit, int index, Want want) {
    return course.last(visit, index).map(last -> output(last, want)).orElse(Changes.IMPOSSIBLE);
  }

  /** An error is made up but for its cause, which may be JSON. */
  private Changes cause(VisitRecord visit, Want want) {
    List<Step> steps = want.path().steps();
    boolean isCause = steps.size() == 1 && steps.get(0).name().filter("Cause"::equals).isPresent();
    if (!isCause) {
      return Changes.IMPOSSIBLE;
    }
    return Changes.of(new Change(new Change.Source.Cause(visit.name()), List.of(), want.value()));
  }

  private Scope exitScope(VisitRecord visit, DataFlow flow) {
    Scope scope = course.scope(visit);
    JsonNode result =
        calls
            .of(visit.ref())
            .flatMap(ScriptedCalls.Made::result)
            .orElseGet(() -> visit.output().orElseGet(Json.NODES::objectNode));
    return flow instanceof JsonPathDataFlow
        ? scope.withInput(result)
        : visit.catcherTaken().isPresent()
            ? scope.withErrorOutput(result)
            : scope.withResult(result);
  }

  private Optional<DataFlow> flow(VisitRecord visit) {
    return Flows.taken(visit, course);
  }

  /** The result of the last call of a Task's visit. */
  Optional<JsonNode> resultOf(VisitRecord visit) {
    return calls.of(visit.ref()).flatMap(ScriptedCalls.Made::result);
  }
}
