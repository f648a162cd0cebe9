package io.stepunit.junit;

import io.stepunit.internal.sweep.Shard;
import io.stepunit.property.PropertyOptions;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What an {@link AlwaysHolds} asks for, completed by the configuration parameters.
 *
 * @param cases how many cases are tried at most
 * @param seed what the choice of cases derives from
 */
record PropertySettings(int cases, long seed, PropertyOptions options) {
  static final String CASES = "stepunit.property.cases";

  static final String SEED = "stepunit.property.seed";

  static PropertySettings of(ExtensionContext context) {
    AlwaysHolds annotation =
        AnnotationSupport.findAnnotation(context.getTestMethod(), AlwaysHolds.class).orElseThrow();
    String origin = TemplateNames.origin(AlwaysHolds.class, context);
    int cases =
        (int)
            number(context, CASES, Integer.MAX_VALUE).orElse((long) annotation.cases()).longValue();
    long seed = number(context, SEED, Long.MAX_VALUE).orElse(annotation.seed());
    if (cases < 1) {
      throw new ExtensionConfigurationException(
          "%s asks for %s cases; expected 1 or more.".formatted(origin, cases));
    }
    Shard shard = Shards.of(context);
    PropertyOptions options =
        PropertyOptions.STANDARD
            .tryingAtMost(cases)
            .seed(seed)
            .part(shard.number(), shard.count())
            .alsoWith((Object[]) annotation.inputs())
            .without(annotation.without())
            .neverFailing(annotation.neverFailing());
    return new PropertySettings(
        cases,
        seed,
        within(annotation.within(), origin).map(time -> until(time, options)).orElse(options));
  }

  private static PropertyOptions until(Duration time, PropertyOptions options) {
    long start = System.nanoTime();
    return options.stoppingWhen(() -> System.nanoTime() - start >= time.toNanos());
  }

  private static Optional<Duration> within(String text, String origin) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException e) {
      throw new ExtensionConfigurationException(
          "%s has within = \"%s\"; expected an ISO-8601 duration such as PT30S."
              .formatted(origin, text),
          e);
    }
  }

  private static Optional<Long> number(ExtensionContext context, String parameter, long most) {
    return context
        .getConfigurationParameter(parameter)
        .map(
            text -> {
              try {
                long number = Long.parseLong(text.strip());
                if (number <= most) {
                  return number;
                }
              } catch (NumberFormatException e) {
                // The message says so.
              }
              throw new ExtensionConfigurationException(
                  "The configuration parameter %s is \"%s\"; expected a whole number up to %s."
                      .formatted(parameter, text, most));
            });
  }
}
