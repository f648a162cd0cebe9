package io.stepunit.internal.engine;

import io.stepunit.history.VisitRef;

/**
 * What a child execution of a Map Run comes from.
 *
 * @param parent the execution that the Map is in
 * @param map the visit of the Map
 * @param index which of the Map's children it is, 0-based
 */
record ChildOrigin(ExecutionRun parent, VisitRef map, int index) {}
