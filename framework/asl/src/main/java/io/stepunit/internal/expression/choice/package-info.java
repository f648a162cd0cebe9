/** Choice rules as compiled conditions: the comparison operators and And, Or, Not. */
@NullMarked
package io.stepunit.internal.expression.choice;

import org.jspecify.annotations.NullMarked;
