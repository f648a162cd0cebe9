/** Graphs with places: what is handed in and what comes back are records of our own. */
@NullMarked
package io.stepunit.internal.layout;

import org.jspecify.annotations.NullMarked;
