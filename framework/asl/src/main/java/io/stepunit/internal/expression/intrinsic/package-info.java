/** Intrinsic function calls such as {@code States.Format('{}', $.name)}: grammar and catalogue. */
@NullMarked
package io.stepunit.internal.expression.intrinsic;

import org.jspecify.annotations.NullMarked;
