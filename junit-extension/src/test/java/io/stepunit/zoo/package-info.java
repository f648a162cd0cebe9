/** Machines with one planted mistake each, which StepUnit finds, and their right twins. */
@NullMarked
package io.stepunit.zoo;

import org.jspecify.annotations.NullMarked;
