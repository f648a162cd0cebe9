/** Reads recorded histories, derives what Tasks did, and compares a replay with them. */
@NullMarked
package io.stepunit.internal.recording;

import org.jspecify.annotations.NullMarked;
