/** What stands behind the mocks of a test: their scripts, how they answer, and what they tell. */
@NullMarked
package io.stepunit.internal.mock;

import org.jspecify.annotations.NullMarked;
