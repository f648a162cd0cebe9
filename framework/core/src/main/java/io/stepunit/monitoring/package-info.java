/**
 * What the service tells of executions beside their histories: status changes to EventBridge,
 * records to CloudWatch Logs, metrics to CloudWatch. All are computed from histories.
 */
@NullMarked
package io.stepunit.monitoring;

import org.jspecify.annotations.NullMarked;
