/**
 * Paths into JSON documents: our own walk for definite paths, json-path for everything else.
 *
 * <p>{@link io.stepunit.internal.expression.path.QueryPath} is the only class that knows json-path.
 */
@NullMarked
package io.stepunit.internal.expression.path;

import org.jspecify.annotations.NullMarked;
