/** The JSON of users: their values to trees, and back. */
@NullMarked
package io.stepunit.internal.codec;

import org.jspecify.annotations.NullMarked;
