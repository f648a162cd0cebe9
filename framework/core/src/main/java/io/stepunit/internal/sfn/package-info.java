/**
 * Clients of Step Functions of the AWS SDK for Java v2 that call in this process, and the HTTP
 * clients beneath them. Users need not have the SDK.
 */
@NullMarked
package io.stepunit.internal.sfn;

import org.jspecify.annotations.NullMarked;
