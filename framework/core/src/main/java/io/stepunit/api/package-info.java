/** The service's API, as a client of AWS Step Functions calls it. */
@NullMarked
package io.stepunit.api;

import org.jspecify.annotations.NullMarked;
