/**
 * Faults: what goes wrong around a Task on AWS, injected on purpose between the engine and whoever
 * answers the Task.
 */
@NullMarked
package io.stepunit.fault;

import org.jspecify.annotations.NullMarked;
