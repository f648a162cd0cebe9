/** Loads definitions, from files, resources, templates and text. */
@NullMarked
package io.stepunit.load;

import org.jspecify.annotations.NullMarked;
