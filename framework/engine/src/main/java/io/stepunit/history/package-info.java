/** Executions and their histories: events, visits, calls, Map Runs, timeline. */
@NullMarked
package io.stepunit.history;

import org.jspecify.annotations.NullMarked;
