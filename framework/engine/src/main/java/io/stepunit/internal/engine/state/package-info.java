/** What each type of state does: behaviours that return effects and change nothing. */
@NullMarked
package io.stepunit.internal.engine.state;

import org.jspecify.annotations.NullMarked;
