/** Calls of JUnit's API that are newer than the oldest JUnit that StepUnit works with. */
@NullMarked
package io.stepunit.internal.attachments;

import org.jspecify.annotations.NullMarked;
