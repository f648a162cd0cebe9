/** Examples that people read: the smallest that still show what was found. */
@NullMarked
package io.stepunit.internal.shrink;

import org.jspecify.annotations.NullMarked;
