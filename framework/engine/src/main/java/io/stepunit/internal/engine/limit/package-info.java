/** What the service limits: sizes, times, numbers, redrives. */
@NullMarked
package io.stepunit.internal.engine.limit;

import org.jspecify.annotations.NullMarked;
