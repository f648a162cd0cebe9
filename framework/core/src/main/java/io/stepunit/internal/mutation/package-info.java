/** Small mistakes put into a definition, to see whether tests find them. */
@NullMarked
package io.stepunit.internal.mutation;

import org.jspecify.annotations.NullMarked;
