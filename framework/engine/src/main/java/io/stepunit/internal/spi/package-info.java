/** The interfaces between the engine and what answers Tasks. */
@NullMarked
package io.stepunit.internal.spi;

import org.jspecify.annotations.NullMarked;
