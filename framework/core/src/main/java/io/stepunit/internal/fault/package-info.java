/** Injects faults between the engine and what answers a Task, and plans fault matrices. */
@NullMarked
package io.stepunit.internal.fault;

import org.jspecify.annotations.NullMarked;
