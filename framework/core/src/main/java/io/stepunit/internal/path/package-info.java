/** Finds the ways through a machine, and what an execution has to be given to take them. */
@NullMarked
package io.stepunit.internal.path;

import org.jspecify.annotations.NullMarked;
