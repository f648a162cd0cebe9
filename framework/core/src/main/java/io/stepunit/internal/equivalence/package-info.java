/** Runs two machines on the same cases, and finds the smallest one in which they differ. */
@NullMarked
package io.stepunit.internal.equivalence;

import org.jspecify.annotations.NullMarked;
