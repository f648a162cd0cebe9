/**
 * StepUnit: run AWS Step Functions state machines in a test, on a virtual clock.
 *
 * <p>Start with {@link io.stepunit.StepFunctionsEnvironment}.
 */
@NullMarked
package io.stepunit;

import org.jspecify.annotations.NullMarked;
