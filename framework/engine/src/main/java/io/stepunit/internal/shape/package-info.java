/** The validation of mocked results against the shapes of the services' answers. */
@NullMarked
package io.stepunit.internal.shape;

import org.jspecify.annotations.NullMarked;
