package io.stepunit.internal.graph;

import java.util.ServiceLoader;

/** Finds who can draw. */
public final class GraphDrawers {
  private GraphDrawers() {}

  /**
   * The one that the report's jar has.
   *
   * @throws UnsupportedOperationException if that jar is not there
   */
  public static GraphDrawer find() {
    return ServiceLoader.load(GraphDrawer.class, GraphDrawer.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () ->
                new UnsupportedOperationException(
                    "toSvg() needs the jar stepunit-report, which is not on the class path. Add the dependency"
                        + " io.stepunit:stepunit-report; stepunit-junit-jupiter brings it unless it is excluded."));
  }
}
