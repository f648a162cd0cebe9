/** The messages of failed assertions. */
@NullMarked
package io.stepunit.internal.assertj;

import org.jspecify.annotations.NullMarked;
