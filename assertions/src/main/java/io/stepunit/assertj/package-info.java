/**
 * AssertJ assertions on executions of state machines.
 *
 * <pre>{@code
 * import static io.stepunit.assertj.StepUnitAssertions.assertThat;
 *
 * assertThat(run).isSucceeded().hasPath("Validate", "Charge", "Ship").hasOutputAt("$.paid", true);
 * }</pre>
 */
@NullMarked
package io.stepunit.assertj;

import org.jspecify.annotations.NullMarked;
