/** Logs what Tasks did to the world. */
@NullMarked
package io.stepunit.internal.effect;

import org.jspecify.annotations.NullMarked;
