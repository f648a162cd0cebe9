package io.stepunit.internal.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.JsonCodec;
import java.time.Clock;
import java.time.Duration;

/**
 * One invocation of a function.
 *
 * @param function what is called
 * @param arn the ARN that is called
 * @param requestId the invocation's id, the same in each run of a test
 * @param payload the event
 * @param timeout the function's time limit, in virtual time
 * @param clock the virtual time
 * @param codec reads events and writes results where Lambda's own serialization is not there
 */
public record FunctionCall(
    FunctionName function,
    String arn,
    String requestId,
    JsonNode payload,
    Duration timeout,
    Clock clock,
    JsonCodec codec) {}
