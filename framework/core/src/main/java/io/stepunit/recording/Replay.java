package io.stepunit.recording;

import io.stepunit.Execution;

/**
 * A replayed recording: the new execution and its comparison with the recording.
 *
 * @param execution the execution as it went this time
 * @param comparison how it compares with the recording
 * @since 0.1.0
 */
public record Replay(Execution execution, Comparison comparison) {}
