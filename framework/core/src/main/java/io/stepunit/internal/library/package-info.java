/** Which versions of a project's libraries StepUnit works with. */
@NullMarked
package io.stepunit.internal.library;

import org.jspecify.annotations.NullMarked;
