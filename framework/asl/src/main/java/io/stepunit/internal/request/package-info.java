/** What Tasks send: held to the description of the service's operation. */
@NullMarked
package io.stepunit.internal.request;

import org.jspecify.annotations.NullMarked;
