package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Timestamps;
import io.stepunit.internal.expression.Trees;
import io.stepunit.internal.expression.ValueKind;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.ItemReader;
import io.stepunit.internal.model.JsonPathDataFlow;
import io.stepunit.internal.model.JsonataDataFlow;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.TaskState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what was missing where a state failed by itself: what it reads was not there. */
final class Repairs {
  private static final List<String> OBJECT = List.of("Bucket", "Key", "Prefix");

  private final Course course;
  private final Origins origins;
  private final VisitRecord visit;
  private final Optional<DataFlow> flow;
  private final boolean jsonPath;

  Repairs(Course course, Origins origins, VisitRecord visit) {
    this.course = course;
    this.origins = origins;
    this.visit = visit;
    this.flow = Flows.own(visit.state());
    this.jsonPath = flow.filter(JsonPathDataFlow.class::isInstance).isPresent();
  }

  /** What has to be given for the state not to fail like that. */
  Changes all() {
    if (flow.isEmpty()) {
      return Changes.IMPOSSIBLE;
    }
    Optional<JsonNode> result = origins.resultOf(visit);
    Changes before = input(flow.get());
    boolean isCalled = visit.state() instanceof TaskState && result.isPresent();
    return isCalled ? result(flow.get(), result.get()).or(before) : before;
  }

  private Changes input(DataFlow flow) {
    Scope scope = course.scope(visit);
    if (!(flow instanceof JsonPathDataFlow paths)) {
      Wants missing = missing(visit.state().reads(), scope, DataPath.Source.INPUT);
      if (visit.state() instanceof MapState map) {
        missing = missing.and(readable(map, scope));
      }
      if (missing.equals(Wants.FULFILLED)) {
        missing = sendable(((JsonataDataFlow) flow).arguments(), scope);
      }
      return origins.of(
          visit,
          missing.equals(Wants.FULFILLED)
              ? Shapes.others(visit.state().reads(), scope, DataPath.Source.INPUT)
              : missing);
    }
    Wants raw = missing(paths.inputPath().reads(ValueKind.ANY), scope, DataPath.Source.INPUT);
    if (!raw.equals(Wants.FULFILLED)) {
      return origins.of(visit, raw);
    }
    Stream<Read> reads =
        paths.parameters().isPresent()
            ? paths.parameters().get().reads(ValueKind.ANY)
            : visit.state().reads();
    Scope chosen = chosen(scope, flow);
    Wants wants = missing(reads, chosen, DataPath.Source.INPUT);
    if (wants.equals(Wants.FULFILLED) && paths.parameters().isPresent()) {
      wants = paths.parameters().get().toSucceed(chosen);
    }
    if (wants.equals(Wants.FULFILLED)) {
      wants = sendable(paths.parameters(), chosen);
    }
    if (visit.state() instanceof MapState map) {
      wants = wants.and(readable(map, chosen));
    }
    return origins.ofChosenInput(visit, flow, wants);
  }

  private Wants sendable(Optional<Expr> template, Scope scope) {
    return visit.state() instanceof TaskState task
        ? new SendableRequest(task, template, scope).toBeSent()
        : Wants.FULFILLED;
  }

  /** The names of the object that an item reader asks for have to be texts. */
  private static Wants readable(MapState map, Scope scope) {
    return map.distributed()
        .flatMap(distributed -> distributed.itemReader())
        .flatMap(ItemReader::arguments)
        .map(
            arguments ->
                OBJECT.stream()
                    .map(name -> text(arguments, name, scope))
                    .reduce(Wants.FULFILLED, Wants::and))
        .orElse(Wants.FULFILLED);
  }

  private static Wants text(Expr arguments, String name, Scope scope) {
    try {
      JsonNode now = arguments.evaluate(scope).path(name);
      return now.isTextual() || now.isMissingNode()
          ? Wants.FULFILLED
          : arguments.wants(
              scope,
              List.of(new DataPath.Step.Field(name)),
              new Want.Value.Is(Json.NODES.textNode(name)));
    } catch (EvaluationException e) {
      return Wants.FULFILLED;
    }
  }

  private static Scope chosen(Scope scope, DataFlow flow) {
    try {
      return scope.withInput(flow.input(scope));
    } catch (EvaluationException e) {
      return scope;
    }
  }

  private Changes result(DataFlow flow, JsonNode result) {
    Scope scope = course.scope(visit);
    if (!(flow instanceof JsonPathDataFlow paths)) {
      Scope after = scope.withResult(result);
      Wants missing = missing(flow.reads(), after, DataPath.Source.RESULT);
      return origins.ofResult(
          visit,
          missing.equals(Wants.FULFILLED)
              ? Shapes.others(flow.reads(), after, DataPath.Source.RESULT)
              : missing);
    }
    Stream<Read> reads =
        Stream.concat(
            paths.resultSelector().stream().flatMap(expr -> expr.reads(ValueKind.ANY)),
            paths.assign().stream()
                .flatMap(assign -> assign.variables().values().stream())
                .flatMap(expr -> expr.reads(ValueKind.ANY)));
    Scope after = scope.withInput(result);
    Wants wants = missing(reads, after, DataPath.Source.INPUT);
    if (wants.equals(Wants.FULFILLED) && paths.resultSelector().isPresent()) {
      wants = paths.resultSelector().get().toSucceed(after);
    }
    return origins.ofResult(visit, wants);
  }

  /** All that is read of a document, or of variables, and is not there as it has to be. */
  private Wants missing(Stream<Read> reads, Scope scope, DataPath.Source document) {
    return reads
        .filter(read -> !read.optional())
        .filter(
            read ->
                read.path().source() == document
                    || read.path().source() == DataPath.Source.VARIABLE)
        .map(read -> missing(read, scope))
        .reduce(Wants.FULFILLED, Wants::and);
  }

  private Wants missing(Read read, Scope scope) {
    Optional<JsonNode> found = find(read.path(), scope, jsonPath);
    if (found.filter(value -> isOf(value, read.kind())).isPresent()) {
      return Wants.FULFILLED;
    }
    return read.kind() == ValueKind.ANY
        ? Wants.of(Want.some(read.path()))
        : Wants.of(Want.is(read.path(), some(read.kind())));
  }

  /** What is there; empty if nothing. */
  static Optional<JsonNode> find(DataPath path, Scope scope, boolean jsonPath) {
    JsonNode document =
        switch (path.source()) {
          case INPUT -> scope.input();
          case RESULT -> scope.result();
          case VARIABLE -> scope.variable(path.steps().get(0).name().orElse(""));
          case CONTEXT, ERROR_OUTPUT -> null;
        };
    if (document == null) {
      return Optional.empty();
    }
    List<DataPath.Step> way =
        path.source() == DataPath.Source.VARIABLE
            ? path.steps().subList(1, path.steps().size())
            : path.steps();
    return jsonPath ? Trees.findExactly(document, way) : Trees.find(document, way);
  }

  private static boolean isOf(JsonNode value, ValueKind kind) {
    return switch (kind) {
      case ANY -> true;
      case TEXT -> value.isTextual();
      case NUMBER -> value.isNumber();
      case BOOLEAN -> value.isBoolean();
      case TIMESTAMP -> value.isTextual() && Timestamps.parse(value.textValue()).isPresent();
      case ARRAY -> value.isArray();
      case OBJECT -> value.isObject();
      case JSON_TEXT -> value.isTextual() && isJson(value.textValue());
    };
  }

  private static boolean isJson(String text) {
    try {
      return !Json.parse(text).isMissingNode();
    } catch (JsonTextException e) {
      return false;
    }
  }

  private static JsonNode some(ValueKind kind) {
    return switch (kind) {
      case ANY, TEXT -> Json.NODES.textNode("text");
      case NUMBER -> Json.NODES.numberNode(1);
      case BOOLEAN -> Json.NODES.booleanNode(true);
      case TIMESTAMP -> Json.NODES.textNode("2026-01-01T00:00:00Z");
      case ARRAY -> Json.NODES.arrayNode().add(Json.NODES.objectNode());
      case OBJECT -> Json.NODES.objectNode();
      case JSON_TEXT -> Json.NODES.textNode("{}");
    };
  }
}
