package io.stepunit.monitoring;

import io.stepunit.monitoring.MetricName.Unit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The CloudWatch metrics that AWS would send for executions. A test of an alarm says what the alarm
 * would see:
 *
 * <pre>{@code
 * assertThat(env.metrics().count(MetricName.EXECUTIONS_FAILED)).isZero();
 * assertThat(env.metrics().count(MetricName.LAMBDA_FUNCTIONS_FAILED, chargeArn)).isEqualTo(2);
 * }</pre>
 *
 * <p>As on AWS, each start and each end of an execution sends a value of every metric that counts
 * starts and ends: 1 of what happened, 0 of the others. Alarms on the sum see no difference, those
 * on the number of samples do.
 *
 * @param data all values, in the order of time
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html">Monitoring
 *     Step Functions metrics using Amazon CloudWatch</a>
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record Metrics(List<MetricDatum> data) {
  /** Copies the values. */
  public Metrics {
    data = List.copyOf(data);
  }

  /**
   * Returns the sum of a metric that counts.
   *
   * @throws IllegalArgumentException if the metric does not count
   */
  public long count(MetricName name) {
    Objects.requireNonNull(name, "name");
    require(name, Unit.COUNT);
    return sum(all(name));
  }

  /**
   * Returns the sum of a metric for one machine, function, activity or integration.
   *
   * @param dimensionValue its ARN, for an integration the {@code Resource} of the Task
   * @throws IllegalArgumentException if the metric does not count
   */
  public long count(MetricName name, String dimensionValue) {
    Objects.requireNonNull(dimensionValue, "dimensionValue");
    Objects.requireNonNull(name, "name");
    require(name, Unit.COUNT);
    return sum(all(name).filter(datum -> datum.dimensionValue().equals(dimensionValue)));
  }

  /**
   * Returns the durations of a metric in the order of their ends.
   *
   * @throws IllegalArgumentException if the metric tells no times
   */
  public List<Duration> times(MetricName name) {
    Objects.requireNonNull(name, "name");
    require(name, Unit.MILLISECONDS);
    return all(name).map(datum -> Duration.ofMillis(Math.round(datum.value()))).toList();
  }

  /**
   * Returns the highest value of a metric that tells a level, such as {@code
   * ApproximateOpenMapRunCount}; 0 if there is none.
   *
   * @throws IllegalArgumentException if the metric tells no level
   */
  public long highest(MetricName name) {
    Objects.requireNonNull(name, "name");
    if (!name.isLevel()) {
      throw new IllegalArgumentException(
          name + " tells no level: read it by " + reader(name) + ".");
    }
    return Math.round(all(name).mapToDouble(MetricDatum::value).max().orElse(0));
  }

  private static long sum(Stream<MetricDatum> counts) {
    return Math.round(counts.mapToDouble(MetricDatum::value).sum());
  }

  private Stream<MetricDatum> all(MetricName name) {
    return data.stream().filter(datum -> datum.name() == name);
  }

  private static void require(MetricName name, Unit unit) {
    if (name.unit() != unit || name.isLevel()) {
      String kind =
          name.isLevel()
              ? "that tells a level"
              : "in " + name.unit().name().toLowerCase(Locale.ROOT);
      throw new IllegalArgumentException(
          "%s is a metric %s: read it by %s.".formatted(name, kind, reader(name)));
    }
  }

  private static String reader(MetricName name) {
    if (name.isLevel()) {
      return "highest(…)";
    }
    return switch (name.unit()) {
      case COUNT -> "count(…)";
      case MILLISECONDS -> "times(…)";
      case BYTES -> "data()";
    };
  }

  /** The metrics, a line each, with their sums; without levels, and counts of 0 only. */
  @Override
  public String toString() {
    return data.stream()
        .filter(datum -> datum.unit() != Unit.COUNT || datum.value() != 0)
        .filter(datum -> !datum.name().isLevel())
        .collect(
            Collectors.groupingBy(
                datum ->
                    datum.name() + " " + datum.name().dimension() + "=" + datum.dimensionValue(),
                LinkedHashMap::new,
                Collectors.summingDouble(MetricDatum::value)))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }
}
