/** The examples of docs/guide/junit.md, as they compile and run. */
@NullMarked
package io.stepunit.junit.docs;

import org.jspecify.annotations.NullMarked;
