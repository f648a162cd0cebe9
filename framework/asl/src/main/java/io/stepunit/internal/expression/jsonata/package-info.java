/**
 * JSONata expressions as Step Functions evaluates them.
 *
 * <p>{@link io.stepunit.internal.expression.jsonata.JsonataTemplate} is the door. The language
 * itself is in {@code internal.jsonata}; here are what Step Functions adds to it and what it
 * refuses.
 */
@NullMarked
package io.stepunit.internal.expression.jsonata;

import org.jspecify.annotations.NullMarked;
