/** MachinePaths: the ways through a machine, each with the input and the answers that take it. */
@NullMarked
package io.stepunit.path;

import org.jspecify.annotations.NullMarked;
