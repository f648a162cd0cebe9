/**
 * Exploration: runs a definition without mocks, with inputs and results derived from what it reads
 * and varied to reach every state.
 */
@NullMarked
package io.stepunit.explore;

import org.jspecify.annotations.NullMarked;
