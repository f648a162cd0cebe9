/** Map Runs: the child executions of a Map in distributed mode, and what comes of them. */
@NullMarked
package io.stepunit.internal.engine.maprun;

import org.jspecify.annotations.NullMarked;
