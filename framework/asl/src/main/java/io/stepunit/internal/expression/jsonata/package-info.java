/**
 * JSONata expressions as Step Functions evaluates them.
 *
 * <p>{@link io.stepunit.internal.expression.jsonata.JsonataTemplate} is the door. The JSONata
 * library is known to {@code JsonataExpr} and what it is made of only.
 */
@NullMarked
package io.stepunit.internal.expression.jsonata;

import org.jspecify.annotations.NullMarked;
