/**
 * Single-state tests, as AWS's TestState API runs them; "Using TestState API to test a state" in
 * the AWS Step Functions Developer Guide.
 */
@NullMarked
package io.stepunit.teststate;

import org.jspecify.annotations.NullMarked;
