/** The engine: runs executions as events on a virtual clock. */
@NullMarked
package io.stepunit.internal.engine;

import org.jspecify.annotations.NullMarked;
