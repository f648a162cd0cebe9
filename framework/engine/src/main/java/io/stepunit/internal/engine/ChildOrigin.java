package io.stepunit.internal.engine;

import io.stepunit.internal.history.VisitRef;

/**
 * The Map Run and item that a child execution belongs to.
 *
 * @param parent the execution that the Map is in
 * @param around the visit of the Map, and which of its children it is
 * @param mapRunArn the Map Run
 * @param items how many items it works on
 */
record ChildOrigin(ExecutionRun parent, VisitRef.Around around, String mapRunArn, int items) {}
