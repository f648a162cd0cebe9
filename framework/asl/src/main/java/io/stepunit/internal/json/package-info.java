/** JSON text and trees: parsing, writing, comparing and measuring. */
@NullMarked
package io.stepunit.internal.json;

import org.jspecify.annotations.NullMarked;
