/** The behaviour of each state type: pure functions that return effects. */
@NullMarked
package io.stepunit.internal.engine.state;

import org.jspecify.annotations.NullMarked;
