@NullMarked
package io.stepunit.junit;

import org.jspecify.annotations.NullMarked;
