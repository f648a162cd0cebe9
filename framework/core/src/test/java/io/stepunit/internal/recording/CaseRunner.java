package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.CoverageConsistency;
import io.stepunit.history.LogLevel;
import io.stepunit.internal.json.Json;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a case of any kind and gives its verdict. */
final class CaseRunner {
  private final ReviewedSkips skips;

  CaseRunner(ReviewedSkips skips) {
    this.skips = skips;
  }

  Verdict run(CorpusCase recorded) {
    Optional<String> skip = skips.reason(recorded.id());
    if (skip.isPresent()) {
      return Verdict.of(recorded, Verdict.Kind.SKIPPED, skip.get());
    }
    try {
      String problems = problems(recorded);
      return problems.isEmpty()
          ? Verdict.of(recorded, Verdict.Kind.PASSED, "")
          : Verdict.of(recorded, Verdict.Kind.FAILED, problems);
    } catch (RuntimeException | AssertionError e) {
      return Verdict.of(recorded, Verdict.Kind.FAILED, thrown(e));
    }
  }

  private static String thrown(Throwable thrown) {
    String where = thrown.getStackTrace().length == 0 ? "" : "\n  at " + thrown.getStackTrace()[0];
    return thrown.getClass().getSimpleName() + ": " + thrown.getMessage() + where;
  }

  private static String problems(CorpusCase recorded) {
    return switch (recorded.kind()) {
      case "execution" -> execution(recorded.json());
      case "execution-batch" -> batch(recorded.json());
      case "logs" -> logs(recorded.json());
      case "events" -> new StatusEventsCase(recorded.json()).problems();
      case "express-sync" -> new ExpressCase(recorded.json()).ofSync();
      case "express-async" -> new ExpressCase(recorded.json()).ofAsync();
      case "api" -> new ApiCase(recorded.json()).problems();
      case "map-run" -> new MapRunCase(recorded.json()).problems();
      case "test-state" -> new TestStateCase(recorded.json()).problems();
      case "validation" -> new ValidationCase(recorded.json()).problems();
      case "variable-references" -> variableReferences(recorded.json());
      default -> "An unknown kind of case: " + recorded.kind();
    };
  }

  private static String execution(JsonNode json) {
    RecordedWorld world = RecordedWorld.of(json);
    Replay replay = world.replay();
    CoverageConsistency.holdsFor(replay.execution());
    AnswerComparison answers = new AnswerComparison(json);
    JsonNode describe = json.path("expected").path("describe");
    if (!describe.isMissingNode()) {
      answers.compare(
          "describe",
          describe,
          world
              .machine()
              .environment()
              .api()
              .call("DescribeExecution", Map.of("executionArn", replay.execution().arn())));
    }
    return report(replay.comparison()) + answers.report() + new OtherAnswers(json).problems();
  }

  private static String report(Comparison comparison) {
    return comparison.isSame() ? "" : comparison.report();
  }

  /** A batch has an execution per case, of one definition or each of its own. */
  private static String batch(JsonNode json) {
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (JsonNode one : json.path("expected").path("cases")) {
      ObjectNode single = Json.NODES.objectNode();
      single.set("id", json.path("id"));
      single.set("recordedDate", json.path("recordedDate"));
      single.set(
          "definition", one.has("definition") ? one.get("definition") : json.get("definition"));
      single.set("input", one.get("input"));
      single.set("mocks", json.path("mocks"));
      single.set("expected", one);
      Replay replay = CaseRecording.of(single).replay();
      CoverageConsistency.holdsFor(replay.execution());
      String report = report(replay.comparison());
      if (!report.isEmpty()) {
        problems.add("case " + number + ", input " + one.get("input") + ": " + report);
      }
      number++;
    }
    String all = problems.isEmpty() ? "" : problems.size() + " of " + number + " cases differ. ";
    return all + String.join("\n", problems);
  }

  /** Where a case lost whether the log has data, the parameter in its id tells it. */
  private static String logs(JsonNode json) {
    Replay replay = CaseRecording.of(json).replay();
    JsonNode recorded = json.path("expected").path("logs");
    JsonNode logging = json.path("logging");
    boolean data =
        logging.path("includeExecutionData").isBoolean()
            ? logging.get("includeExecutionData").booleanValue()
            : json.path("id").asText().endsWith("True]");
    LogLevel level = LogLevel.valueOf(logging.path("level").asText());
    JsonNode found = replay.execution().log(level, data);
    AnswerComparison answers = new AnswerComparison(json);
    answers.compare("logs", recorded, found);
    return report(replay.comparison()) + answers.report();
  }

  private static String variableReferences(JsonNode json) {
    ObjectNode found = Json.NODES.objectNode();
    DefinitionLoader.fromText(json.path("id").asText(), Json.text(json.get("definition")))
        .variableReferences()
        .forEach((state, names) -> names.stream().sorted().forEach(found.putArray(state)::add));
    JsonNode recorded = json.path("expected").path("variableReferences");
    boolean same = recorded.isNull() ? found.isEmpty() : Json.sameValue(recorded, found);
    return same ? "" : "recorded: " + recorded + "\nfound: " + found;
  }
}
