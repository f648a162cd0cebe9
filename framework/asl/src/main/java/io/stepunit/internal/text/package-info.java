/** Words for messages. */
@NullMarked
package io.stepunit.internal.text;

import org.jspecify.annotations.NullMarked;
