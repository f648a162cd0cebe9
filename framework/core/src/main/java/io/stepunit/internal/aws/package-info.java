/**
 * The services' own conventions: requests, responses and error names as an integration shows them,
 * and the one bridge to the AWS SDK for Java v2, which users need not have.
 */
@NullMarked
package io.stepunit.internal.aws;

import org.jspecify.annotations.NullMarked;
