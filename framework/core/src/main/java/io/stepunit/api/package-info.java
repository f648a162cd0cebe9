/**
 * What the service itself offers: its API over the executions of one environment, and the Tasks
 * that call it, such as {@code states:startExecution}.
 */
@NullMarked
package io.stepunit.api;

import org.jspecify.annotations.NullMarked;
