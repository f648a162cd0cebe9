/** Machines with a place for each state and each transition. */
@NullMarked
package io.stepunit.internal.report.graph;

import org.jspecify.annotations.NullMarked;
