package io.stepunit.recording;

import io.stepunit.Execution;

/**
 * A recording run again.
 *
 * @param execution the execution as it went this time
 * @param comparison how it compares with the recording
 */
public record Replay(Execution execution, Comparison comparison) {}
