/**
 * Pictures of numbers and of times: what {@code $formatNumber}, {@code $formatInteger}, {@code
 * $fromMillis} and their likes write and read, by the rules of XPath and XQuery Functions and
 * Operators 3.1, as JSONata 2.0.6 has them.
 *
 * <p>Numbers are doubles, as in ECMAScript: a time that does not exist is not a number, and is
 * written so.
 */
@NullMarked
package io.stepunit.internal.jsonata.picture;

import org.jspecify.annotations.NullMarked;
