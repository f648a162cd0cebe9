/**
 * The protocol by which clients call Step Functions, AWS JSON 1.0. It knows neither an SDK nor
 * HTTP: who calls hands over a target and a body, and gets a status, headers and a body.
 */
@NullMarked
package io.stepunit.internal.wire;

import org.jspecify.annotations.NullMarked;
