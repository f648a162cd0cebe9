/** Sends the requests of {@code http:invoke} and {@code apigateway:invoke} for real. */
@NullMarked
package io.stepunit.internal.http;

import org.jspecify.annotations.NullMarked;
