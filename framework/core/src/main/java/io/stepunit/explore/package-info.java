/**
 * Runs of a definition that nobody wrote mocks for: inputs and results are derived from what the
 * definition reads, and varied so that its Choices and Catchers lead everywhere they can.
 */
@NullMarked
package io.stepunit.explore;

import org.jspecify.annotations.NullMarked;
