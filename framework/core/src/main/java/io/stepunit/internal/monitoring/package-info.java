/** Computes from histories what Step Functions sends to EventBridge and CloudWatch. */
@NullMarked
package io.stepunit.internal.monitoring;

import org.jspecify.annotations.NullMarked;
