/** Figures computed from an execution's history, such as its bill. */
@NullMarked
package io.stepunit.analysis;

import org.jspecify.annotations.NullMarked;
