/**
 * Compiled expressions of a definition: paths, payload templates and intrinsic calls.
 *
 * <p>{@link io.stepunit.internal.expression.Expressions} is the entry point for loading a
 * definition; {@link io.stepunit.internal.expression.Expr} is what the engine holds.
 */
@NullMarked
package io.stepunit.internal.expression;

import org.jspecify.annotations.NullMarked;
