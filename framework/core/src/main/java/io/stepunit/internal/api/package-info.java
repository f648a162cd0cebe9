/** The service's API over the executions of one environment, and the Tasks that call it. */
@NullMarked
package io.stepunit.internal.api;

import org.jspecify.annotations.NullMarked;
