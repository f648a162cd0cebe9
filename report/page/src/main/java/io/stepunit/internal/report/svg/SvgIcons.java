package io.stepunit.internal.report.svg;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.graph.GraphMarks;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The icons of the page, drawn on 16 × 16. */
final class SvgIcons {
  private static final String FILE = "/io/stepunit/internal/report/page/icons.json";
  private static final String UNKNOWN = "none";
  private static final double MIDDLE = 8;

  private static final Map<String, Icon> ICONS = read();

  private SvgIcons() {}

  private static Map<String, Icon> read() {
    try (InputStream in = Objects.requireNonNull(SvgIcons.class.getResourceAsStream(FILE), FILE)) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)).properties().stream()
          .collect(
              Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> new Icon(entry.getValue())));
    } catch (IOException e) {
      throw new UncheckedIOException("The icons cannot be read", e);
    }
  }

  /**
   * An icon.
   *
   * @param shapes what icons.json says: an area to fill, a line and a circle to stroke
   */
  record Icon(JsonNode shapes) {
    void draw(SvgText svg, double x, double y, double scale) {
      svg.open(
          "g",
          "transform",
          "translate(%s %s)".formatted(SvgText.number(x), SvgText.number(y))
              + (scale == 1 ? "" : " scale(" + scale + ")"));
      String width = shapes.path("width").asText();
      if (shapes.has("fill")) {
        svg.empty("path", "class", "f", "d", shapes.path("fill").asText());
      }
      if (shapes.has("circle")) {
        String middle = SvgText.number(MIDDLE);
        String radius = shapes.path("circle").asText();
        svg.empty(
            "circle", "class", "i", "cx", middle, "cy", middle, "r", radius, "stroke-width", width);
      }
      if (shapes.has("stroke")) {
        String line = shapes.path("stroke").asText();
        svg.empty("path", "class", "i", "d", line, "stroke-width", width);
      }
      svg.close("g");
    }
  }

  static Icon ofType(String type) {
    return named(type);
  }

  static Icon of(GraphMarks.Status status) {
    return switch (status) {
      case SUCCEEDED -> named("ok");
      case FAILED -> named("bad");
      case CAUGHT -> named("caught");
      case RUNNING -> named("running");
      case ABORTED -> named("aborted");
    };
  }

  private static Icon named(String name) {
    Icon known = ICONS.get(name);
    return known == null ? Objects.requireNonNull(ICONS.get(UNKNOWN)) : known;
  }
}
