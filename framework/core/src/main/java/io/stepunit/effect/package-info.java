/**
 * Effects: what Tasks did outside their executions, over all attempts, duplicates and executions of
 * one test.
 */
@NullMarked
package io.stepunit.effect;

import org.jspecify.annotations.NullMarked;
