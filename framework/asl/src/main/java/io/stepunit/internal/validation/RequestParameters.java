package io.stepunit.internal.validation;

import io.stepunit.asl.RequestValidation;
import io.stepunit.asl.Rule;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.request.Notation;
import io.stepunit.internal.request.RequestCheck;
import io.stepunit.internal.request.RequestForms;
import io.stepunit.internal.request.RequestProblem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a Task sends: {@code Parameters} and {@code Arguments} of service integrations. */
final class RequestParameters implements StateCheck {
  /** More would only repeat a mistake. */
  private static final int FURTHER = 5;

  @Override
  public void check(StateNode state, Diagnostics diagnostics) {
    if (diagnostics.requestValidation() != RequestValidation.OFF) {
      state.calledService().ifPresent(called -> check(called, state, diagnostics));
    }
  }

  private static void check(Resource.Service called, StateNode state, Diagnostics diagnostics) {
    state
        .field(state.jsonata() ? "Arguments" : "Parameters")
        .filter(request -> request.value().isObject())
        .ifPresent(
            request ->
                RequestForms.of(called)
                    .map(form -> RequestCheck.problems(form, request.value(), notation(state)))
                    .ifPresent(problems -> report(problems, request, diagnostics)));
  }

  private static Notation notation(StateNode state) {
    return state.jsonata() ? Notation.JSONATA : Notation.JSONPATH;
  }

  /**
   * As measured, Step Functions tells what is missing, and otherwise the first mistake in what is
   * there: it reads no further.
   */
  private static void report(
      List<RequestProblem> problems, LocatedNode request, Diagnostics diagnostics) {
    List<RequestProblem> refused = problems.stream().filter(RequestProblem::isRefused).toList();
    List<RequestProblem> told = told(refused);
    for (RequestProblem problem : told) {
      boolean last = problem == told.get(told.size() - 1);
      String hint = last ? joined(problem.hint(), further(refused, told.size())) : problem.hint();
      diagnostics.report(
          rule(problem), problem.message(), at(request, problem.path()).location(), hint);
    }
    problems.stream()
        .filter(problem -> !problem.isRefused())
        .forEach(
            problem ->
                diagnostics.report(
                    Rule.DOUBTFUL_REQUEST,
                    problem.message(),
                    at(request, problem.path()).location(),
                    problem.hint()));
  }

  private static List<RequestProblem> told(List<RequestProblem> refused) {
    List<RequestProblem> missing =
        refused.stream().filter(problem -> problem.kind() == RequestProblem.Kind.MISSING).toList();
    return missing.isEmpty() ? refused.stream().limit(1).toList() : missing;
  }

  private static String further(List<RequestProblem> refused, int told) {
    return refused.stream()
        .skip(told)
        .limit(FURTHER)
        .map(RequestProblem::message)
        .collect(Collectors.joining("; then: "));
  }

  private static String joined(String hint, String further) {
    return Stream.of(hint, further.isEmpty() ? "" : "then: " + further)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  private static Rule rule(RequestProblem problem) {
    return switch (problem.kind()) {
      case MISSING -> Rule.REQUIRED_IN_REQUEST;
      case UNKNOWN -> Rule.UNKNOWN_IN_REQUEST;
      case TYPE -> Rule.TYPE_IN_REQUEST;
      case DOUBTFUL -> Rule.DOUBTFUL_REQUEST;
    };
  }

  private static LocatedNode at(LocatedNode request, List<String> path) {
    LocatedNode node = request;
    for (String token : path) {
      node =
          node.value().isArray()
              ? node.items().get(Integer.parseInt(token))
              : Objects.requireNonNull(node.fields().get(token), token);
    }
    return node;
  }
}
