package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.MapRunRecord;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.history.Visits;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.ItemReader;
import io.stepunit.internal.model.MapState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** One execution, or a child of a Map Run, as a chain of visits. */
final class Course {
  /**
   * Where a child execution comes from.
   *
   * @param map the visit of the Map in distributed mode
   * @param child the child's index
   */
  record Parent(Course course, VisitRecord map, int child) {}

  /** A loop that never ends is the same all the time. */
  static final int EVENTS = 4_000;

  private final ExecutionRecord run;
  private final Optional<Parent> parent;
  private final List<VisitRecord> visits;
  private final Map<VisitRef, Integer> places = new HashMap<>();

  private Course(ExecutionRecord run, Optional<Parent> parent) {
    this.run = run;
    this.parent = parent;
    this.visits = Visits.of(run.events().subList(0, Math.min(run.events().size(), EVENTS)));
    for (int i = 0; i < visits.size(); i++) {
      places.put(visits.get(i).ref(), i);
    }
  }

  /** An execution and all child executions in it that were kept. */
  static List<Course> in(ExecutionRecord run) {
    List<Course> all = new ArrayList<>();
    collect(new Course(run, Optional.empty()), all);
    return all;
  }

  private static void collect(Course course, List<Course> all) {
    all.add(course);
    Map<String, Integer> seen = new HashMap<>();
    for (MapRunRecord run : course.run.mapRuns()) {
      String state = run.description().state();
      int nth = seen.merge(state, 1, Integer::sum) - 1;
      course.visits.stream()
          .filter(visit -> visit.name().equals(state))
          .skip(nth)
          .findFirst()
          .ifPresent(
              map ->
                  run.children()
                      .forEach(
                          (index, child) ->
                              collect(
                                  new Course(child, Optional.of(new Parent(course, map, index))),
                                  all)));
    }
  }

  ExecutionRecord run() {
    return run;
  }

  Optional<Parent> parent() {
    return parent;
  }

  /** The visits in the order in which they were entered. */
  List<VisitRecord> visits() {
    return visits;
  }

  /** The visit before in the same branch or iteration. */
  Optional<VisitRecord> before(VisitRecord visit) {
    for (int i = place(visit) - 1; i >= 0; i--) {
      if (Objects.equals(visits.get(i).ref().around(), visit.ref().around())) {
        return Optional.of(visits.get(i));
      }
    }
    return Optional.empty();
  }

  /** The visit after it in the same branch or iteration. */
  Optional<VisitRecord> after(VisitRecord visit) {
    for (int i = place(visit) + 1; i < visits.size(); i++) {
      if (Objects.equals(visits.get(i).ref().around(), visit.ref().around())) {
        return Optional.of(visits.get(i));
      }
    }
    return Optional.empty();
  }

  /** The visit of the Parallel or Map that a visit is in. */
  Optional<VisitRecord> around(VisitRecord visit) {
    VisitRef.Around around = visit.ref().around();
    return around == null || !places.containsKey(around.visit())
        ? Optional.empty()
        : Optional.of(visits.get(place(around.visit())));
  }

  /** The last visit in a branch or iteration. */
  Optional<VisitRecord> last(VisitRecord around, int index) {
    VisitRef.Around place = new VisitRef.Around(around.ref(), index);
    return visits.stream()
        .filter(visit -> place.equals(visit.ref().around()))
        .reduce((one, next) -> next);
  }

  /** The visit that assigned the value that a variable has at a visit. */
  Optional<VisitRecord> assigner(VisitRecord visit, String variable) {
    for (int i = place(visit) - 1; i >= 0; i--) {
      VisitRecord other = visits.get(i);
      if (other.assignedVariables().containsKey(variable) && isSeen(other.ref(), visit.ref())) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  /** Variables are seen in the scope itself and inside of it. */
  private static boolean isSeen(VisitRef assigner, VisitRef from) {
    VisitRef.Around around = from.around();
    return Objects.equals(assigner.around(), around)
        || around != null && isSeen(assigner, around.visit());
  }

  private int place(VisitRecord visit) {
    return place(visit.ref());
  }

  private int place(VisitRef visit) {
    return Objects.requireNonNull(places.get(visit), visit::path);
  }

  /** What the expressions of a state see when it is entered. */
  Scope scope(VisitRecord visit) {
    return new VisitScope(visit.input(), context(visit), variables(visit), visit.enteredAt());
  }

  private Map<String, JsonNode> variables(VisitRecord visit) {
    Map<String, JsonNode> variables = new LinkedHashMap<>();
    for (int i = 0; i < place(visit); i++) {
      VisitRecord other = visits.get(i);
      if (isSeen(other.ref(), visit.ref())) {
        variables.putAll(other.assignedVariables());
      }
    }
    return variables;
  }

  private ObjectNode context(VisitRecord visit) {
    ObjectNode context = Json.NODES.objectNode();
    ObjectNode execution = context.putObject("Execution");
    execution.put("Id", run.arn());
    execution.put("Name", run.name());
    execution.set("Input", run.description().input());
    execution.put("StartTime", run.description().startedAt().toString());
    context.putObject("State").put("Name", visit.name());
    item(visit).ifPresent(item -> context.putObject("Map").putObject("Item").set("Value", item));
    return context;
  }

  private Optional<JsonNode> item(VisitRecord visit) {
    VisitRef.Around place = visit.ref().around();
    Optional<VisitRecord> around = around(visit);
    if (place == null || around.isEmpty()) {
      return Optional.empty();
    }
    return around.get().state() instanceof MapState map
        ? items(around.get(), map).map(items -> items.get(place.index()))
        : item(around.get());
  }

  /** The items of a Map, as far as its own data has them. */
  Optional<JsonNode> items(VisitRecord visit, MapState map) {
    return chosen(visit, map, map.items()::evaluate);
  }

  /** What the item reader of a Map asks for. */
  Optional<JsonNode> readerArguments(VisitRecord visit, MapState map, ItemReader reader) {
    return reader.arguments().flatMap(arguments -> chosen(visit, map, arguments::evaluate));
  }

  private Optional<JsonNode> chosen(
      VisitRecord visit, MapState map, Function<Scope, JsonNode> value) {
    try {
      Scope scope = scope(visit);
      return Optional.of(value.apply(scope.withInput(map.dataFlow().input(scope))));
    } catch (EvaluationException e) {
      return Optional.empty();
    }
  }
}
