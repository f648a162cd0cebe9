/** Histories as they are recorded, and the views that are computed from them. */
@NullMarked
package io.stepunit.internal.history;

import org.jspecify.annotations.NullMarked;
