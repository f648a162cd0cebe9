/** Sends the requests of {@code http:invoke} and {@code apigateway:invoke} to a test's server. */
@NullMarked
package io.stepunit.internal.http;

import org.jspecify.annotations.NullMarked;
