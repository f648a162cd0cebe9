/** Faults: what goes wrong around a Task on AWS, injected on purpose. */
@NullMarked
package io.stepunit.fault;

import org.jspecify.annotations.NullMarked;
