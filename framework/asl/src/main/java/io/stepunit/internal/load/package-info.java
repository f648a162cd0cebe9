/** From the text of a definition, JSON or YAML, to a model in which every node knows its place. */
@NullMarked
package io.stepunit.internal.load;

import org.jspecify.annotations.NullMarked;
