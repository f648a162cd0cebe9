/** A machine as a picture: its states and transitions by what tests can reach of them. */
@NullMarked
package io.stepunit.internal.graph;

import org.jspecify.annotations.NullMarked;
