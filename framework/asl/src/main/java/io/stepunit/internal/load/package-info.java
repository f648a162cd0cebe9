/**
 * Reads definitions in JSON and YAML into a model in which every value knows its source location.
 */
@NullMarked
package io.stepunit.internal.load;

import org.jspecify.annotations.NullMarked;
