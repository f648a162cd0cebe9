/** Evaluates one state without an execution, as AWS's TestState does. */
@NullMarked
package io.stepunit.internal.teststate;

import org.jspecify.annotations.NullMarked;
