package io.stepunit.internal.mock;

import io.stepunit.internal.codec.UserJson;
import java.time.Duration;
import java.util.function.BinaryOperator;

/**
 * What it takes to run the users' code of a mock.
 *
 * @param watchdog its limit of real time
 * @param json turns what it gives into JSON
 * @param between draws the virtual time that it takes from a range, both ends included
 */
record UserCode(Watchdog watchdog, UserJson json, BinaryOperator<Duration> between) {}
