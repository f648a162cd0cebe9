/** Runs fixture classes as JUnit would, and reads their failures as users see them. */
@NullMarked
package io.stepunit.junit.testkit;

import org.jspecify.annotations.NullMarked;
