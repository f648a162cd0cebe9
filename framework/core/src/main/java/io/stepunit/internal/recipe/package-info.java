/**
 * Recipes: input and mocks that reach a point of a definition which no test has reached, as a test
 * to paste. The first test of a machine, as a class.
 */
@NullMarked
package io.stepunit.internal.recipe;

import org.jspecify.annotations.NullMarked;
