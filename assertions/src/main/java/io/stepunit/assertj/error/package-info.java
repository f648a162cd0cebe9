/** The messages of failed assertions; not meant to be called by tests. */
@NullMarked
package io.stepunit.assertj.error;

import org.jspecify.annotations.NullMarked;
