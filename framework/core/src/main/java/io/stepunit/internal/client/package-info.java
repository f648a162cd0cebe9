/** How calls from outside reach one environment: in turn, and with what they do to virtual time. */
@NullMarked
package io.stepunit.internal.client;

import org.jspecify.annotations.NullMarked;
