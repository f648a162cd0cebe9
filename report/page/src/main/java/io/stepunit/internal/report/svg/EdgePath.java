package io.stepunit.internal.report.svg;

import io.stepunit.internal.layout.Point;
import java.util.List;

/** An edge as paths: a line with round corners up to its arrow, and the arrow. */
record EdgePath(List<Point> points) {
  private static final double ROUND = 6;
  private static final double ARROW = 7;
  private static final double HALF_ARROW = 3.5;

  String line() {
    StringBuilder path = new StringBuilder("M").append(text(points.get(0)));
    for (int i = 1; i < points.size() - 1; i++) {
      Point corner = points.get(i);
      path.append('L').append(text(toward(corner, points.get(i - 1), ROUND)));
      path.append('Q').append(text(corner)).append(' ');
      path.append(text(toward(corner, points.get(i + 1), ROUND)));
    }
    return path.append('L').append(text(shifted(ARROW - 1, 0))).toString();
  }

  String arrow() {
    return "M"
        + text(shifted(0, 0))
        + "L"
        + text(shifted(ARROW, HALF_ARROW))
        + "L"
        + text(shifted(ARROW, -HALF_ARROW))
        + "z";
  }

  /** A point before the tip, and aside of the line. */
  private Point shifted(double before, double aside) {
    Point tip = points.get(points.size() - 1);
    Point last = points.get(points.size() - 2);
    double dx = Math.signum(tip.x() - last.x());
    double dy = Math.signum(tip.y() - last.y());
    return new Point(tip.x() - dx * before - dy * aside, tip.y() - dy * before - dx * aside);
  }

  /** Where the curve of a corner begins, on the way to another point. */
  private static Point toward(Point corner, Point other, double round) {
    double dx = other.x() - corner.x();
    double dy = other.y() - corner.y();
    double length = Math.abs(dx) + Math.abs(dy);
    double share = length == 0 ? 0 : Math.min(round, length / 2) / length;
    return new Point(corner.x() + dx * share, corner.y() + dy * share);
  }

  private static String text(Point point) {
    return SvgText.number(point.x()) + " " + SvgText.number(point.y());
  }
}
