package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource.Pattern;
import io.stepunit.internal.text.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The existing service integrations: {@code integrations.json}. See "Integrating services with Step
 * Functions" in the AWS Step Functions Developer Guide.
 *
 * <p>Of an optimized integration each action is listed with the patterns that it has beside
 * request-response; {@code *} stands for actions that are not listed one by one. Of SDK
 * integrations, whose actions are those of the service's API, only the form is checked and services
 * that have another name there.
 */
final class Integrations {
  private static final String FILE = "integrations.json";
  private static final String SDK = "aws-sdk:";

  static final Integrations KNOWN = read();

  private final JsonNode optimized;
  private final JsonNode sdkNames;

  private Integrations(JsonNode file) {
    this.optimized = file.get("optimized");
    this.sdkNames = file.get("sdkNames");
  }

  private static Integrations read() {
    try (InputStream in =
        Objects.requireNonNull(Integrations.class.getResourceAsStream(FILE), FILE)) {
      return new Integrations(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }

  /**
   * Why there is no such integration, and which there is.
   *
   * @return empty if there is one
   */
  Optional<String> whyNot(Resource.Service called) {
    return called.service().startsWith(SDK) ? whyNotSdk(called) : whyNotOptimized(called);
  }

  private Optional<String> whyNotSdk(Resource.Service called) {
    String service = called.service().substring(SDK.length());
    String action = called.action();
    if (called.pattern() == Pattern.SYNC || called.pattern() == Pattern.SYNC_2) {
      return Optional.of("an SDK integration cannot wait for a job: it has no .sync");
    }
    JsonNode known = sdkNames.path(service.toLowerCase(Locale.ROOT));
    if (known.isTextual()) {
      return Optional.of(
          "SDK integrations call the service '%s': %s%s:%s"
              .formatted(known.textValue(), SDK, known.textValue(), action));
    }
    String plain = service.toLowerCase(Locale.ROOT).replace("-", "");
    if (!service.equals(plain)) {
      return Optional.of("the service is written in lower case without hyphens: " + plain);
    }
    return Character.isUpperCase(action.charAt(0))
        ? Optional.of("the action is written in camelCase: " + camelCase(action))
        : Optional.empty();
  }

  private Optional<String> whyNotOptimized(Resource.Service called) {
    JsonNode actions = optimized.path(called.service());
    if (actions.isMissingNode()) {
      return Optional.of(
          "there is no optimized integration of '%s'%s"
              .formatted(
                  called.service(),
                  Suggestion.of(called.service() + ":" + called.action(), pairs())
                      .asClauseOr(() -> insteadBySdk(called))));
    }
    JsonNode patterns = actions.path(called.action());
    if (patterns.isMissingNode()) {
      return Optional.of(
          "the optimized integration of '%s' has no action '%s', but %s%s"
              .formatted(
                  called.service(),
                  called.action(),
                  String.join(", ", names(actions)),
                  Suggestion.of(called.action(), names(actions))
                      .asClauseOr(() -> insteadBySdk(called))));
    }
    return has(patterns, called.pattern())
        ? Optional.empty()
        : Optional.of(
            "%s:%s cannot be waited for by %s; it can be called by %s"
                .formatted(
                    called.service(),
                    called.action(),
                    called.pattern().suffix(),
                    forms(called, patterns)));
  }

  private static boolean has(JsonNode patterns, Pattern pattern) {
    return pattern == Pattern.REQUEST_RESPONSE || texts(patterns).contains(pattern.suffix());
  }

  private static String forms(Resource.Service called, JsonNode patterns) {
    String action = called.service() + ":" + called.action();
    List<String> forms = new ArrayList<>(List.of(action));
    texts(patterns).forEach(suffix -> forms.add(action + suffix));
    return String.join(", ", forms);
  }

  private String insteadBySdk(Resource.Service called) {
    if (called.pattern() == Pattern.SYNC || called.pattern() == Pattern.SYNC_2) {
      return "";
    }
    String service = sdkNames.path(called.service()).asText(called.service()).replace("-", "");
    return "; the SDK integration would be %s%s:%s"
        .formatted(SDK, service.toLowerCase(Locale.ROOT), camelCase(called.action()));
  }

  private List<String> pairs() {
    return names(optimized).stream()
        .flatMap(
            service -> names(optimized.get(service)).stream().map(action -> service + ":" + action))
        .toList();
  }

  private static String camelCase(String action) {
    return action.substring(0, 1).toLowerCase(Locale.ROOT) + action.substring(1);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.textValue()));
    return texts;
  }
}
