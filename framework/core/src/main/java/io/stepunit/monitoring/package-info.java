/** What Step Functions sends to EventBridge and CloudWatch: status changes and metrics. */
@NullMarked
package io.stepunit.monitoring;

import org.jspecify.annotations.NullMarked;
