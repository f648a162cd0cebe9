/** Mocks of Tasks, and the errors for missing, invalid and unused mocks. */
@NullMarked
package io.stepunit.mock;

import org.jspecify.annotations.NullMarked;
