/** Converts users' values to JSON and back. */
@NullMarked
package io.stepunit.internal.codec;

import org.jspecify.annotations.NullMarked;
