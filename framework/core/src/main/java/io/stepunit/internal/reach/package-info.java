/**
 * Executions of a machine that reach what a test is asked for: transitions, Retriers, rules and
 * more.
 */
@NullMarked
package io.stepunit.internal.reach;

import org.jspecify.annotations.NullMarked;
