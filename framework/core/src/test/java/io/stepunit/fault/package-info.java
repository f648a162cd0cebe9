@NullMarked
package io.stepunit.fault;

import org.jspecify.annotations.NullMarked;
