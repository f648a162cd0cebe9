/** What of a definition can be reached, and what of it an execution has reached. */
@NullMarked
package io.stepunit.internal.coverage;

import org.jspecify.annotations.NullMarked;
