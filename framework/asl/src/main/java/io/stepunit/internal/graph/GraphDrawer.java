package io.stepunit.internal.graph;

/** Draws machines. The report's jar has one; it is found as a service. */
public interface GraphDrawer {
  /**
   * Draws a machine.
   *
   * @param title what the picture shows, for those who do not see it
   * @return an SVG document
   */
  String svg(MachineGraph graph, String title, GraphMarks marks);
}
