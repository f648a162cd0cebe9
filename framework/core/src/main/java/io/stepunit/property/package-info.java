/** Properties: what a machine has to keep to, whatever its input and whatever goes wrong. */
@NullMarked
package io.stepunit.property;

import org.jspecify.annotations.NullMarked;
