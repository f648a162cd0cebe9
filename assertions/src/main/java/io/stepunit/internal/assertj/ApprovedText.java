package io.stepunit.internal.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.history.Call;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.text.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an execution did, in lines that stay the same as long as it does the same: no ids, no places
 * in files, fields in the order of their names.
 */
public final class ApprovedText {
  private final Execution run;
  private final IgnoredData ignored;
  private final List<String> lines = new ArrayList<>();

  private ApprovedText(Execution run, IgnoredData ignored) {
    this.run = run;
    this.ignored = ignored;
  }

  /** The states in their order, with what Tasks were sent and answered, and the end. */
  public static String ofCourse(Execution run, IgnoredData ignored) {
    return new ApprovedText(run, ignored).course();
  }

  /** A JSON document. */
  public static String of(JsonNode document, IgnoredData ignored) {
    return Json.pretty(ignored.without(document)).replace(System.lineSeparator(), "\n") + "\n";
  }

  private String course() {
    lines.add("input " + text(run.input()));
    lines.add("");
    List<Call> calls = run.calls();
    for (StateVisit visit : run.visits()) {
      visit(visit, calls);
    }
    lines.add("");
    lines.add(Printable.line(Evidence.outcome(run)) + " after " + Durations.text(run.duration()));
    run.output().ifPresent(output -> lines.add("output " + pretty(output)));
    return String.join("\n", lines) + "\n";
  }

  private void visit(StateVisit visit, List<Call> calls) {
    lines.add(time(visit.enteredAt()) + " " + Printable.line(visit.path()));
    String sent = "";
    for (Call call : calls) {
      if (isOf(call, visit)) {
        String input = text(call.input());
        if (!input.equals(sent)) {
          lines.add("    sent " + input);
        }
        sent = input;
        lines.add("    " + time(call.scheduled().timestamp()) + " " + answer(call));
      }
    }
    visit
        .catcherTaken()
        .ifPresent(catcher -> lines.add("    caught, to " + Printable.line(catcher.next())));
  }

  private static boolean isOf(Call call, StateVisit visit) {
    return visit.events().stream().anyMatch(event -> event.id() == call.scheduled().id());
  }

  private String answer(Call call) {
    if (call.result().isPresent()) {
      return "returned " + text(call.result().get());
    }
    return call.error().isPresent() || call.cause().isPresent()
        ? "failed with "
            + call.error().orElse("no error name")
            + call.cause().map(cause -> ": " + cause(cause)).orElse("")
        : "has no answer";
  }

  /** The cause of a Lambda function is JSON. */
  private String cause(String cause) {
    try {
      JsonNode json = Json.parseData(cause);
      return json.isObject() ? text(json) : Printable.line(cause);
    } catch (JsonTextException e) {
      return Printable.line(cause);
    }
  }

  private String text(JsonNode data) {
    return Printable.line(Json.text(ignored.without(data)));
  }

  private String pretty(JsonNode data) {
    return Printable.lines(of(data, ignored).strip());
  }

  private String time(Instant instant) {
    return "+" + Durations.text(Duration.between(run.startedAt(), instant));
  }
}
