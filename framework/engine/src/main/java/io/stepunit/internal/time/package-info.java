/** Virtual time: the clock and the scheduler that moves it. */
@NullMarked
package io.stepunit.internal.time;

import org.jspecify.annotations.NullMarked;
