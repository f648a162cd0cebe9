@NullMarked
package io.stepunit.internal.junit;

import org.jspecify.annotations.NullMarked;
