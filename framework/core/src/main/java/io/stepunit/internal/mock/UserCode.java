package io.stepunit.internal.mock;

import io.stepunit.internal.codec.UserJson;
import java.time.Duration;
import java.util.function.BinaryOperator;

/**
 * The environment in which users' code of a mock runs.
 *
 * @param watchdog its limit of real time
 * @param json turns what it gives into JSON
 * @param between draws the virtual time that it takes from a range, both ends included
 * @param thrown keeps what it throws
 */
record UserCode(
    Watchdog watchdog, UserJson json, BinaryOperator<Duration> between, ThrownLog thrown) {}
