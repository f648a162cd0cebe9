/** Runs a definition without mocks, with data derived from what it reads. */
@NullMarked
package io.stepunit.internal.explore;

import org.jspecify.annotations.NullMarked;
