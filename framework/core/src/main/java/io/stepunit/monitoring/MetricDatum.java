package io.stepunit.monitoring;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * One value that Step Functions sends to CloudWatch.
 *
 * @param name the metric
 * @param dimensionValue the ARN of the machine, function, activity or integration that it tells of;
 *     empty where it tells of the whole account
 * @param timestamp the virtual time
 * @param value 1 or 0 of a metric that counts, else in the metric's unit
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record MetricDatum(MetricName name, String dimensionValue, Instant timestamp, double value) {
  /** The unit of the value. */
  public MetricName.Unit unit() {
    return name.unit();
  }
}
