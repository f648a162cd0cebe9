/** Equivalence: whether a changed machine still does what the original does. */
@NullMarked
package io.stepunit.equivalence;

import org.jspecify.annotations.NullMarked;
