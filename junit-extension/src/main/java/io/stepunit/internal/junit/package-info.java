/** Tells the recorder of the report what tests the JUnit Platform runs. */
@NullMarked
package io.stepunit.internal.junit;

import org.jspecify.annotations.NullMarked;
