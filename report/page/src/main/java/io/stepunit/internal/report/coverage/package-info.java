/** How far tests covered definitions: totals, holes, thresholds and the baseline. */
@NullMarked
package io.stepunit.internal.report.coverage;

import org.jspecify.annotations.NullMarked;
