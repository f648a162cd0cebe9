/** What Tasks did to the world: a log over all attempts, duplicates and executions of one test. */
@NullMarked
package io.stepunit.effect;

import org.jspecify.annotations.NullMarked;
