/** Figures computed from an execution's history, such as its bill. */
@NullMarked
package io.stepunit.internal.analysis;

import org.jspecify.annotations.NullMarked;
