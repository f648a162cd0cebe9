/** S3 buckets in memory, which a Distributed Map reads and writes. */
@NullMarked
package io.stepunit.bucket;

import org.jspecify.annotations.NullMarked;
