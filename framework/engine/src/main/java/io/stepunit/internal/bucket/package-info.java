/** The buckets of an environment, in memory. */
@NullMarked
package io.stepunit.internal.bucket;

import org.jspecify.annotations.NullMarked;
