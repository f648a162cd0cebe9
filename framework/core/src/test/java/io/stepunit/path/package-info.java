@NullMarked
package io.stepunit.path;

import org.jspecify.annotations.NullMarked;
