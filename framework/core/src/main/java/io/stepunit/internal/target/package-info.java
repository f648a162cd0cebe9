/** Which Tasks a test means, and where it says so. */
@NullMarked
package io.stepunit.internal.target;

import org.jspecify.annotations.NullMarked;
