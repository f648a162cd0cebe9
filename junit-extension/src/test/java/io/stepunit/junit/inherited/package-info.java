/** A base class in a package of its own. */
@NullMarked
package io.stepunit.junit.inherited;

import org.jspecify.annotations.NullMarked;
