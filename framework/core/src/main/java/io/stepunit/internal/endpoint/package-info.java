/** Answers the API over HTTP, on the loopback addresses of this machine. */
@NullMarked
package io.stepunit.internal.endpoint;

import org.jspecify.annotations.NullMarked;
