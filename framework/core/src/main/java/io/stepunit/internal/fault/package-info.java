/** Injects faults between the engine and whoever answers a Task, and plans sweeps of them. */
@NullMarked
package io.stepunit.internal.fault;

import org.jspecify.annotations.NullMarked;
