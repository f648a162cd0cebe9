@NullMarked
package io.stepunit.internal.sweep;

import org.jspecify.annotations.NullMarked;
