/**
 * Compiled expressions of a definition: paths, payload templates and intrinsic calls.
 *
 * <p>{@link io.stepunit.expression.Expressions} is the door for whoever loads a definition; {@link
 * io.stepunit.expression.Expr} is what the engine holds.
 */
@NullMarked
package io.stepunit.expression;

import org.jspecify.annotations.NullMarked;
