/** Input and output of Map Runs: reads items from objects, writes results to objects. */
@NullMarked
package io.stepunit.internal.engine.map;

import org.jspecify.annotations.NullMarked;
