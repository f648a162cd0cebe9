/** What a Map Run reads and writes: items out of objects, results into objects. */
@NullMarked
package io.stepunit.internal.engine.map;

import org.jspecify.annotations.NullMarked;
