/** Meters of work, which also see to it that interrupts are honoured. */
@NullMarked
package io.stepunit.internal.budget;

import org.jspecify.annotations.NullMarked;
