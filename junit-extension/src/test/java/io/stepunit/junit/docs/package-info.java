/** The examples of docs/junit.md, as they compile and run. */
@NullMarked
package io.stepunit.junit.docs;

import org.jspecify.annotations.NullMarked;
