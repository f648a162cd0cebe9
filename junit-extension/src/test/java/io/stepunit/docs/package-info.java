/** The documentation's examples, and the tests that hold the pages to them. */
@NullMarked
package io.stepunit.docs;

import org.jspecify.annotations.NullMarked;
