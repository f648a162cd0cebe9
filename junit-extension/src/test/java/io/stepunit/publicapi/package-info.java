/** Holds what users can name: which types those are, and that nothing internal shows in them. */
@NullMarked
package io.stepunit.publicapi;

import org.jspecify.annotations.NullMarked;
