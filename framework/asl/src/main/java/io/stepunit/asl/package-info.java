/** A loaded state machine, the problems of its definition, and where they stand. */
@NullMarked
package io.stepunit.asl;

import org.jspecify.annotations.NullMarked;
