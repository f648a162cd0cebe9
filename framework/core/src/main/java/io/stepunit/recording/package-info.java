/**
 * Recorded executions: reads what {@code aws stepfunctions get-execution-history} printed, derives
 * what each attempt of each Task did, runs the machine again and compares event by event.
 */
@NullMarked
package io.stepunit.recording;

import org.jspecify.annotations.NullMarked;
