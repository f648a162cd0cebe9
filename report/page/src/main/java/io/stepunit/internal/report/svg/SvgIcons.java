package io.stepunit.internal.report.svg;

import io.stepunit.internal.graph.GraphMarks;
import java.util.Map;

/** The icons of the page's icons.js, drawn on 16 × 16. */
final class SvgIcons {
  private static final String CIRCLE = "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8 2.2z ";

  private static final Map<String, Icon> TYPES =
      Map.of(
          "Task", new Icon("M9.2 1.8 3.8 9h3.4l-.6 5.2L12.2 7H8.6z", true),
          "Map", new Icon("M5.5 5.5V3h7.5v7.5h-2.5 M3 5.5h7.5V13H3z", false),
          "Parallel", new Icon("M4.5 13V7.5a3.5 3.5 0 0 1 7 0V13 M8 2v3", false),
          "Choice", new Icon("M8 2.5 13.5 8 8 13.5 2.5 8z", false),
          "Pass", new Icon("M2.5 8h10.5 M9 4l4 4-4 4", false),
          "Wait", new Icon(CIRCLE + "M8 4.8V8l2.2 1.6", false),
          "Succeed", new Icon(CIRCLE + "M5.4 8.2 7.2 10 10.6 6.4", false),
          "Fail", new Icon(CIRCLE + "M6 6l4 4 M10 6l-4 4", false));

  private SvgIcons() {}

  /**
   * An icon.
   *
   * @param path of an SVG
   * @param isFilled whether it is a shape and not a line
   */
  record Icon(String path, boolean isFilled) {
    void draw(SvgText svg, double x, double y, double scale) {
      svg.empty(
          "path",
          "class",
          isFilled ? "f" : "i",
          "d",
          path,
          "transform",
          "translate(%s %s) scale(%s)"
              .formatted(SvgText.number(x), SvgText.number(y), scale == 1 ? "1" : "0.875"));
    }
  }

  static Icon ofType(String type) {
    return TYPES.getOrDefault(type, new Icon(CIRCLE, false));
  }

  static Icon of(GraphMarks.Status status) {
    return switch (status) {
      case SUCCEEDED -> new Icon("M3.5 8.5 6.5 11.5 12.5 4.5", false);
      case FAILED -> new Icon("M4.5 4.5 11.5 11.5 M11.5 4.5 4.5 11.5", false);
      case CAUGHT -> new Icon("M4 4.5h5a3 3 0 0 1 0 6H4.5 M7 7.8 4.2 10.5 7 13.2", false);
      case RUNNING -> new Icon("M8 3.5a4.5 4.5 0 1 0 0 9A4.5 4.5 0 0 0 8 3.5z", false);
      case ABORTED -> new Icon("M4.5 4.5h7v7h-7z", true);
    };
  }
}
