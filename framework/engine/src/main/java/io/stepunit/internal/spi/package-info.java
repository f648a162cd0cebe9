/** What stands in for the services that Tasks call, and how users' objects become JSON. */
@NullMarked
package io.stepunit.internal.spi;

import org.jspecify.annotations.NullMarked;
