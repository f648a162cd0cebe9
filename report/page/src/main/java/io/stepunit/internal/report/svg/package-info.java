/** Pictures of machines and executions as SVG documents that stand alone. */
@NullMarked
package io.stepunit.internal.report.svg;

import org.jspecify.annotations.NullMarked;
