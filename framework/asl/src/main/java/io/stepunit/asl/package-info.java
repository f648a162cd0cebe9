/** State machine definitions and the diagnostics of their validation. */
@NullMarked
package io.stepunit.asl;

import org.jspecify.annotations.NullMarked;
