/**
 * What a definition is checked for beyond the shape of its fields: the ways through it, what can
 * never happen, and what is allowed but risky. Works on the definition's text, so that it also says
 * what is wrong where the rest cannot be read.
 */
@NullMarked
package io.stepunit.internal.validation;

import org.jspecify.annotations.NullMarked;
