/** Masks personal data in recorded executions. */
@NullMarked
package io.stepunit.internal.masking;

import org.jspecify.annotations.NullMarked;
