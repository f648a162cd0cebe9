/** Buckets of objects in memory: what a Distributed Map reads and writes instead of S3. */
@NullMarked
package io.stepunit.bucket;

import org.jspecify.annotations.NullMarked;
