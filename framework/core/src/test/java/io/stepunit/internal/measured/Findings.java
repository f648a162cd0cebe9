package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Collects what differs between what was measured and what the product does. */
final class Findings {
  private static final int SHOWN = 1500;

  private final List<String> places = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  void differs(String where, String measured, String found) {
    places.add(where);
    lines.add(
        "%s%n  measured: %s%n  found:    %s"
            .formatted(where, shortened(measured), shortened(found)));
  }

  void differs(String where, JsonNode measured, JsonNode found) {
    differs(where, shown(measured), shown(found));
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "nothing" : Json.text(value);
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN
        ? text
        : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Where something differs. */
  List<String> places() {
    return List.copyOf(places);
  }

  String report() {
    return String.join("\n", lines);
  }
}
