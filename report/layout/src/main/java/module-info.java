/** Places the states of a machine on a plane. */
module io.stepunit.layout {
  // Of what is inside the jar, and not told by its own descriptors there.
  requires java.logging;
  requires java.xml;

  // Inside the jar, under other names.
  requires static org.eclipse.elk.alg.layered;
  requires static org.eclipse.elk.core;
  requires static org.eclipse.elk.graph;
  requires static org.eclipse.emf.common;
  requires static org.jspecify;

  exports io.stepunit.internal.layout to
      io.stepunit.report;
}
