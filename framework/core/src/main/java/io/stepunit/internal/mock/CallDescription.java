package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.text.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** Describes one call of a Task for messages. */
final class CallDescription {
  private static final int SHOWN_LINES = 20;
  private static final int SHOWN_COLUMNS = 120;

  private CallDescription() {}

  /** {@code 'Charge' (order.asl.json:41)}, with its path where it is in a Parallel or Map. */
  static String task(AttemptRequest request) {
    return request.path().equals(request.state())
        ? "'%s' (%s)".formatted(Printable.line(request.state()), request.location())
        : "'%s' (%s, at %s)"
            .formatted(
                Printable.line(request.state()),
                request.location(),
                Printable.line(request.path()));
  }

  /** {@code 2}, with the number of the call where the state was visited before. */
  private static String attempt(AttemptRequest request) {
    return request.attempt() == request.invocation()
        ? String.valueOf(request.attempt())
        : "%s of this visit, call %s of the execution"
            .formatted(request.attempt(), request.invocation());
  }

  /** A labelled block of what is called with which input. */
  static String details(AttemptRequest request) {
    return """
          execution  %s
          attempt    %s
          resource   %s
          input      %s"""
        .formatted(
            request.execution(),
            attempt(request),
            Printable.line(request.resource().arn()),
            json(request.input(), 13))
        .indent(2)
        .stripTrailing();
  }

  /** Indented JSON, cut where it is long. */
  static String json(JsonNode node, int indent) {
    List<String> lines = Json.pretty(node).lines().map(CallDescription::shortened).toList();
    String text =
        lines.stream()
            .limit(SHOWN_LINES)
            .collect(Collectors.joining("\n" + " ".repeat(indent - 2)));
    int more = lines.size() - SHOWN_LINES;
    return more <= 0 ? text : text + "\n" + " ".repeat(indent - 2) + "… " + more + " more lines";
  }

  private static String shortened(String line) {
    return line.length() <= SHOWN_COLUMNS ? line : line.substring(0, SHOWN_COLUMNS) + "…";
  }
}
