package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.EvaluationException;
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
import io.stepunit.internal.model.JsonPathDataFlow;
import io.stepunit.internal.model.TaskState;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what was missing where a state failed by itself: what it reads was not there. */
final class Repairs {
  private final Course course;
  private final Origins origins;

  Repairs(Course course, Origins origins) {
    this.course = course;
    this.origins = origins;
  }

  /** What has to be given for a state not to fail like that. */
  Changes of(VisitRecord visit) {
    Optional<DataFlow> flow = Flows.own(visit.state());
    if (flow.isEmpty()) {
      return Changes.IMPOSSIBLE;
    }
    Optional<JsonNode> result = origins.resultOf(visit);
    Changes before = input(visit, flow.get());
    boolean isCalled = visit.state() instanceof TaskState && result.isPresent();
    return isCalled ? result(visit, flow.get(), result.get()).or(before) : before;
  }

  private Changes input(VisitRecord visit, DataFlow flow) {
    Scope scope = course.scope(visit);
    if (!(flow instanceof JsonPathDataFlow paths)) {
      return origins.of(visit, missing(visit.state().reads(), scope, DataPath.Source.INPUT));
    }
    Wants raw = missing(paths.inputPath().reads(ValueKind.ANY), scope, DataPath.Source.INPUT);
    if (!raw.equals(Wants.FULFILLED)) {
      return origins.of(visit, raw);
    }
    Stream<Read> reads =
        paths.parameters().isPresent()
            ? paths.parameters().get().reads(ValueKind.ANY)
            : visit.state().reads();
    return origins.ofChosenInput(
        visit, flow, missing(reads, chosen(scope, flow), DataPath.Source.INPUT));
  }

  private static Scope chosen(Scope scope, DataFlow flow) {
    try {
      return scope.withInput(flow.input(scope));
    } catch (EvaluationException e) {
      return scope;
    }
  }

  private Changes result(VisitRecord visit, DataFlow flow, JsonNode result) {
    Scope scope = course.scope(visit);
    if (!(flow instanceof JsonPathDataFlow paths)) {
      return origins.ofResult(
          visit, missing(flow.reads(), scope.withResult(result), DataPath.Source.RESULT));
    }
    Stream<Read> reads =
        Stream.concat(
            paths.resultSelector().stream().flatMap(expr -> expr.reads(ValueKind.ANY)),
            paths.assign().stream()
                .flatMap(assign -> assign.variables().values().stream())
                .flatMap(expr -> expr.reads(ValueKind.ANY)));
    return origins.ofResult(visit, missing(reads, scope.withInput(result), DataPath.Source.INPUT));
  }

  /** All that is read of a document, or of variables, and is not there as it has to be. */
  private static Wants missing(Stream<Read> reads, Scope scope, DataPath.Source document) {
    return reads
        .filter(read -> !read.optional())
        .filter(
            read ->
                read.path().source() == document
                    || read.path().source() == DataPath.Source.VARIABLE)
        .map(read -> missing(read, scope))
        .reduce(Wants.FULFILLED, Wants::and);
  }

  private static Wants missing(Read read, Scope scope) {
    Optional<JsonNode> found = find(read.path(), scope);
    if (found.filter(value -> isOf(value, read.kind())).isPresent()) {
      return Wants.FULFILLED;
    }
    return read.kind() == ValueKind.ANY
        ? Wants.of(Want.some(read.path()))
        : Wants.of(Want.is(read.path(), some(read.kind())));
  }

  private static Optional<JsonNode> find(DataPath path, Scope scope) {
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
    return Trees.find(
        document,
        path.source() == DataPath.Source.VARIABLE
            ? path.steps().subList(1, path.steps().size())
            : path.steps());
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
