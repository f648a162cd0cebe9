package io.stepunit.internal.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Tells and moves the time of the environment, for people at a shell and for tests in other
 * languages.
 */
final class ClockResources {
  static final String TIME = "/_stepunit/time";
  static final String ADVANCE = "/_stepunit/advance";

  private static final String EXPECTED =
      "Send a duration (PT1H, P2D) or an instant (2026-01-01T09:00:00Z), or nothing to advance to"
          + " the next event.";

  private final EndpointClock clock;

  ClockResources(EndpointClock clock) {
    this.clock = clock;
  }

  /** GET: what time it is, and when something is due next. */
  HttpReply time(HttpCall call) {
    return call.method().equals("GET") || call.method().equals("HEAD")
        ? told(clock.read())
        : HttpReply.notAllowed(call.method(), TIME, "GET");
  }

  /** POST: moves time, and tells it. */
  HttpReply advance(HttpCall call) {
    if (!call.method().equals("POST")) {
      return HttpReply.notAllowed(call.method(), ADVANCE, "POST");
    }
    String asked = call.text().strip();
    try {
      return told(advance(asked));
    } catch (DateTimeParseException e) {
      return HttpReply.text(400, "'%s' is no time. %s".formatted(shortened(asked), EXPECTED));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
      return HttpReply.text(400, String.valueOf(e.getMessage()));
    }
  }

  private EndpointClock.Reading advance(String asked) {
    if (asked.isEmpty()) {
      return clock.advanceToNextEvent();
    }
    return Character.isDigit(asked.charAt(0))
        ? clock.advanceTo(Instant.parse(asked))
        : clock.advance(Duration.parse(asked));
  }

  private static HttpReply told(EndpointClock.Reading reading) {
    ObjectNode time = Json.NODES.objectNode().put("now", reading.now().toString());
    reading.next().ifPresent(next -> time.put("next", next.toString()));
    return HttpReply.json(time);
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
