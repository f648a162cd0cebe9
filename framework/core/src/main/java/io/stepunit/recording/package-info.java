/**
 * Recorded executions: reads exported histories, replays them and compares event by event.
 */
@NullMarked
package io.stepunit.recording;

import org.jspecify.annotations.NullMarked;
