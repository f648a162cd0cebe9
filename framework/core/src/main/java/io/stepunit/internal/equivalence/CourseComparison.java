package io.stepunit.internal.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stepunit.equivalence.EquivalenceOptions;
import io.stepunit.internal.equivalence.CourseDifference.About;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonDifference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Compares what two machines did in the same case. */
final class CourseComparison {
  /** The other names are those of JSONPath for the same: an expression that has no value. */
  private static final String JSONATA_ERROR = "States.QueryEvaluationError";

  private static final Set<String> EVALUATION_ERRORS =
      Set.of(
          JSONATA_ERROR,
          "States.Runtime",
          "States.ParameterPathFailure",
          "States.ResultPathMatchFailure",
          "States.IntrinsicFailure");

  private final EquivalenceOptions options;
  private final Names names;

  CourseComparison(EquivalenceOptions options) {
    this.options = options;
    this.names = new Names(options.renamed());
  }

  /** The differences, what matters most first. */
  List<CourseDifference> differences(Course original, Course now) {
    List<CourseDifference> differences = new ArrayList<>();
    outcome(original, now, differences);
    effects(original, now, differences);
    if (original.succeeded() && now.succeeded()) {
      value(About.OUTPUT, "output", original.output(), now.output(), differences);
    }
    options.dataAt().forEach(state -> data(state, original, now, differences));
    if (options.stateNames()) {
      path(original, now, differences);
    }
    if (options.times() && differences.isEmpty()) {
      ends(original, now, differences);
    }
    return List.copyOf(differences);
  }

  private void outcome(Course original, Course now, List<CourseDifference> differences) {
    boolean sameError =
        original.error().equals(now.error()) || areOfEvaluation(original.error(), now.error());
    if (!original.status().equals(now.status()) || !sameError) {
      differences.add(
          new CourseDifference(About.OUTCOME, "outcome", withCause(original), withCause(now)));
    } else if (isSaidByDefinition(original.error()) && !original.cause().equals(now.cause())) {
      differences.add(
          new CourseDifference(
              About.OUTCOME, "cause", original.cause().orElse("none"), now.cause().orElse("none")));
    }
  }

  private static String withCause(Course course) {
    return course.outcome() + course.cause().map(cause -> ": " + cause).orElse("");
  }

  private static boolean areOfEvaluation(Optional<String> one, Optional<String> other) {
    return one.filter(EVALUATION_ERRORS::contains).isPresent()
        && other.filter(EVALUATION_ERRORS::contains).isPresent()
        && (one.get().equals(JSONATA_ERROR) || other.get().equals(JSONATA_ERROR));
  }

  /** AWS's own causes name states and expressions. */
  private static boolean isSaidByDefinition(Optional<String> error) {
    return error.isEmpty() || !error.get().startsWith("States.");
  }

  private void effects(Course original, Course now, List<CourseDifference> differences) {
    Predicate<SentRequest> ofOriginal = each -> options.independent().contains(each.state());
    Set<String> independentNow =
        options.independent().stream().map(names::now).collect(Collectors.toSet());
    List<SentRequest> before = ordered(original.sent(), ofOriginal);
    List<SentRequest> after = ordered(now.sent(), each -> independentNow.contains(each.state()));
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      String label = "effect " + (i + 1);
      if (i >= before.size() || i >= after.size()) {
        differences.add(
            new CourseDifference(About.EFFECT, label, effectAt(before, i), effectAt(after, i)));
        return;
      }
      SentRequest one = before.get(i);
      SentRequest other = after.get(i);
      if (!one.resource().equals(other.resource())) {
        differences.add(
            new CourseDifference(About.EFFECT, label, effectAt(before, i), effectAt(after, i)));
        return;
      }
      request(label + " (" + one.state() + ")", one, other, differences);
      if (options.times() && !ofOriginal.test(one)) {
        time(
            label + " (" + one.state() + ")",
            original.after(one.at()),
            now.after(other.at()),
            differences);
      }
    }
  }

  private static void request(
      String label, SentRequest one, SentRequest other, List<CourseDifference> differences) {
    JsonDifference.first(one.input(), other.input())
        .map(difference -> CourseDifference.of(About.EFFECT, label + " sends", difference))
        .ifPresent(differences::add);
  }

  /**
   * Independent effects that follow each other in one order for all: a reordering of such
   * neighbours is no difference, and one across another effect is.
   */
  private static List<SentRequest> ordered(
      List<SentRequest> sent, Predicate<SentRequest> isIndependent) {
    List<SentRequest> all = new ArrayList<>();
    List<SentRequest> block = new ArrayList<>();
    for (SentRequest each : sent) {
      if (isIndependent.test(each)) {
        block.add(each);
      } else {
        all.addAll(sorted(block));
        block.clear();
        all.add(each);
      }
    }
    all.addAll(sorted(block));
    return all;
  }

  private static List<SentRequest> sorted(List<SentRequest> block) {
    return block.stream()
        .sorted(
            Comparator.comparing(SentRequest::resource)
                .thenComparing(each -> Json.text(each.input())))
        .toList();
  }

  private static String effectAt(List<SentRequest> sent, int index) {
    return index < sent.size()
        ? sent.get(index).resource() + " " + JsonDifference.shortened(sent.get(index).input())
        : "no further effect";
  }

  private static void value(
      About about,
      String label,
      Optional<JsonNode> before,
      Optional<JsonNode> after,
      List<CourseDifference> differences) {
    JsonDifference.first(
            before.orElseGet(MissingNode::getInstance), after.orElseGet(MissingNode::getInstance))
        .map(difference -> CourseDifference.of(about, label, difference))
        .ifPresent(differences::add);
  }

  private void data(String state, Course original, Course now, List<CourseDifference> differences) {
    List<JsonNode> before = original.outputsOf(state);
    List<JsonNode> after = now.outputsOf(names.now(state));
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      String label = "output of " + state + (i == 0 ? "" : ", visit " + (i + 1));
      value(About.DATA, label, at(before, i), at(after, i), differences);
    }
  }

  private static Optional<JsonNode> at(List<JsonNode> values, int index) {
    return index < values.size() ? Optional.of(values.get(index)) : Optional.empty();
  }

  private void path(Course original, Course now, List<CourseDifference> differences) {
    List<String> before = original.execution().path().stream().map(names::now).toList();
    List<String> after = now.execution().path();
    if (!before.equals(after)) {
      differences.add(
          new CourseDifference(
              About.PATH, "visited states", String.join(", ", before), String.join(", ", after)));
    }
  }

  private static void ends(Course original, Course now, List<CourseDifference> differences) {
    time("end", original.after(original.ended()), now.after(now.ended()), differences);
  }

  private static void time(
      String label, Duration before, Duration after, List<CourseDifference> differences) {
    if (!before.equals(after)) {
      differences.add(
          new CourseDifference(About.TIME, "time of " + label, text(before), text(after)));
    }
  }

  private static String text(Duration sinceStart) {
    return sinceStart.toMillis() / 1000.0 + " s after the start";
  }
}
