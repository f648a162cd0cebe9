/** The shapes of the services' responses, and the validation of mocked results. */
@NullMarked
package io.stepunit.internal.shape;

import org.jspecify.annotations.NullMarked;
