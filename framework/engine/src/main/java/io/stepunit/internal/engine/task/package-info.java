/** Attempts of Tasks and their task tokens. */
@NullMarked
package io.stepunit.internal.engine.task;

import org.jspecify.annotations.NullMarked;
