/**
 * One state at a time, as the service's TestState API gives it; "Using TestState API to test a
 * state" in the AWS Step Functions Developer Guide.
 */
@NullMarked
package io.stepunit.teststate;

import org.jspecify.annotations.NullMarked;
