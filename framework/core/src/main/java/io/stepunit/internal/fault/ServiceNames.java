package io.stepunit.internal.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.aws.Integration;
import io.stepunit.internal.model.Resource;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a service's error names and causes. SDK integrations follow the SDK for Java v2,
 * optimized ones its predecessor.
 *
 * @param optimized whether it is an optimized integration
 * @param prefix the first part of error names: {@code DynamoDB}
 * @param unspecific the second part where the service's error has no class of its own
 * @param throttling the second part where the service refuses a call because there are too many
 * @param denied the second part where the role may not make the call
 * @param inCauses the service's name in causes
 */
record ServiceNames(
    boolean optimized,
    String prefix,
    String unspecific,
    String throttling,
    String denied,
    String inCauses) {
  private static final String SDK = "aws-sdk:";
  private static final Pattern DETAILS = Pattern.compile("\\{details:(\\d+):(\\w+)}");

  /** The names of what a resource calls; those of a service that the file does not list by rule. */
  static ServiceNames of(Resource resource, JsonNode services) {
    String service = resource instanceof Resource.Service called ? called.service() : "lambda";
    if (service.startsWith(SDK)) {
      String name = service.substring(SDK.length());
      JsonNode known = services.path("aws-sdk").path(name);
      String prefix = known.path("prefix").asText(capitalized(name));
      String unspecific = prefix + "Exception";
      return new ServiceNames(
          false,
          prefix,
          unspecific,
          known.path("throttling").asText(unspecific),
          known.path("denied").asText(unspecific),
          prefix);
    }
    JsonNode known = services.path("optimized").path(service);
    Integration names = Integration.ofOptimized(service).orElseGet(() -> byRule(service, known));
    return new ServiceNames(
        true,
        names.prefix(),
        names.unspecific(),
        known.path("throttling").asText(names.unspecific()),
        known.path("denied").asText(names.unspecific()),
        names.inCauses());
  }

  private static Integration byRule(String service, JsonNode known) {
    String prefix = known.path("prefix").asText(capitalized(service));
    return new Integration(
        true,
        prefix,
        known.path("unspecific").asText("AWS" + prefix + "Exception"),
        known.path("inCauses").asText("AWS" + prefix));
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** A text of the catalogue with this service's names in it. */
  String in(String template) {
    String text = template;
    for (Map.Entry<String, String> part :
        Map.of(
                "{prefix}", prefix,
                "{unspecific}", unspecific,
                "{throttling}", throttling,
                "{denied}", denied)
            .entrySet()) {
      text = text.replace(part.getKey(), part.getValue());
    }
    return DETAILS
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(details(match.group(1), match.group(2))));
  }

  private String details(String status, String code) {
    return new Integration(optimized, prefix, unspecific, inCauses)
        .details(Integer.parseInt(status), code, false);
  }
}
