/** Works back from where an execution is to go to the input and the results that take it there. */
@NullMarked
package io.stepunit.internal.solve;

import org.jspecify.annotations.NullMarked;
