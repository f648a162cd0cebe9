/** What StepUnit costs, against plain Java that does the same. */
@NullMarked
package io.stepunit.benchmarks;

import org.jspecify.annotations.NullMarked;
