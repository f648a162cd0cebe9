/** Reads what came of mutants: the results of a module, or of the CI jobs that shared them. */
@NullMarked
package io.stepunit.internal.report.mutation;

import org.jspecify.annotations.NullMarked;
