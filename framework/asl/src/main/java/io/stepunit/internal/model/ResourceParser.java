package io.stepunit.internal.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the {@code Resource} of a Task. */
final class ResourceParser {
  private static final String FORMS =
      "expected the ARN of a Lambda function or an activity, or arn:aws:states:::SERVICE:ACTION";

  /** Far longer than any ARN. */
  private static final int LONGEST = 2_048;

  /**
   * A template's placeholder, which may hold colons, or text without colons. Possessive: otherwise
   * each placeholder doubles the ways in which a text fails to match.
   */
  private static final String PART = "((?:[$#]\\{[^}]*+}|[^:\\s])++)";

  private static final String PART_OR_NOTHING = "(?:[$#]\\{[^}]*+}|[^:\\s])*+";
  private static final String PARTITION = "arn:(?:aws(?:-[a-z]+)*|[$#]\\{[^}]*}):";

  private static final Pattern PLACEHOLDER = Pattern.compile("[$#]\\{([^}]+)}(?::" + PART + ")?");

  private static final Pattern LAMBDA =
      Pattern.compile(
          "(?:"
              + PARTITION
              + "lambda:"
              + PART_OR_NOTHING
              + ":"
              + PART_OR_NOTHING
              + ":|(?:[a-z]{2}[a-z0-9-]*:)?\\d{12}:)function:"
              + PART
              + "(?::"
              + PART
              + ")?");

  private static final Pattern STATES =
      Pattern.compile(PARTITION + "states:" + PART_OR_NOTHING + ":" + PART_OR_NOTHING + ":(.+)");

  private static final Pattern ACTIVITY = Pattern.compile("activity:" + PART);

  private static final Pattern SERVICE =
      Pattern.compile(
          "(aws-sdk:[A-Za-z0-9-]+|(?!aws-sdk:)[A-Za-z0-9-]+):([A-Za-z0-9]+)(\\.sync|\\.sync:2|\\.waitForTaskToken)?");

  private ResourceParser() {}

  static Resource parse(String text, TemplateResources template) {
    if (text.length() > LONGEST) {
      throw new UnknownResourceException(text, FORMS);
    }
    Matcher placeholder = PLACEHOLDER.matcher(text);
    if (placeholder.matches()) {
      return ofTemplate(text, nameInTemplate(placeholder.group(1)), template);
    }
    Matcher lambda = LAMBDA.matcher(text);
    if (lambda.matches()) {
      return new Resource.LambdaFunction(text, lambda.group(1));
    }
    Matcher states = STATES.matcher(text);
    return Optional.of(states)
        .filter(Matcher::matches)
        .flatMap(matched -> ofStates(text, matched.group(1)))
        .orElseThrow(() -> new UnknownResourceException(text, FORMS));
  }

  private static Resource ofTemplate(String text, String name, TemplateResources template) {
    return switch (template.kind(name).orElse(TemplateResources.Kind.FUNCTION)) {
      case ACTIVITY -> new Resource.Activity(text, name);
      case FUNCTION -> new Resource.LambdaFunction(text, name);
      case STATE_MACHINE ->
          throw new UnknownResourceException(
              text,
              "'"
                  + name
                  + "' is a state machine; a Task starts it by arn:aws:states:::states:startExecution");
    };
  }

  private static Optional<Resource> ofStates(String arn, String resource) {
    Matcher activity = ACTIVITY.matcher(resource);
    if (activity.matches()) {
      return Optional.of(new Resource.Activity(arn, activity.group(1)));
    }
    Matcher service = SERVICE.matcher(resource);
    if (!service.matches()) {
      return Optional.empty();
    }
    Resource.Service called =
        new Resource.Service(arn, service.group(1), service.group(2), pattern(service.group(3)));
    Integrations.KNOWN
        .whyNot(called)
        .ifPresent(
            hint -> {
              throw new UnknownResourceException(arn, hint);
            });
    return Optional.of(called);
  }

  private static Resource.Pattern pattern(@Nullable String suffix) {
    for (Resource.Pattern pattern : Resource.Pattern.values()) {
      if (pattern.suffix().equals(suffix)) {
        return pattern;
      }
    }
    return Resource.Pattern.REQUEST_RESPONSE;
  }

  /** {@code ChargeFunction} of {@code ChargeFunction.Arn}. */
  private static String nameInTemplate(String placeholder) {
    return placeholder.endsWith(".Arn")
        ? placeholder.substring(0, placeholder.length() - ".Arn".length())
        : placeholder;
  }
}
