/** Helpers for the words in messages. */
@NullMarked
package io.stepunit.internal.text;

import org.jspecify.annotations.NullMarked;
