/**
 * Monitoring data computed from histories: EventBridge status changes, CloudWatch log records and
 * metrics.
 */
@NullMarked
package io.stepunit.monitoring;

import org.jspecify.annotations.NullMarked;
