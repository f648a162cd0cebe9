/** Searches for the smallest case in which a machine does not keep to a property. */
@NullMarked
package io.stepunit.internal.property;

import org.jspecify.annotations.NullMarked;
