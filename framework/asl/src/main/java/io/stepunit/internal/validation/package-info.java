/**
 * Validation beyond the shape of fields: transitions, handlers that are never reached, and
 * constructs that are allowed but risky. Works on the definition's text, so that it also says what
 * is wrong where the rest cannot be read.
 */
@NullMarked
package io.stepunit.internal.validation;

import org.jspecify.annotations.NullMarked;
