/** Figures that are computed from an execution's history: what it costs. */
@NullMarked
package io.stepunit.analysis;

import org.jspecify.annotations.NullMarked;
