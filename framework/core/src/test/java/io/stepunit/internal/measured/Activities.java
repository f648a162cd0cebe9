package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The activities that exist in a case: those that it lists, else all that its Tasks name. */
final class Activities {
  private static final Pattern ARN = Pattern.compile("arn:[^:]+:states:[^:]*:[^:]*:activity:(.+)");

  private Activities() {}

  static void declare(JsonNode json, StepFunctionsEnvironment env) {
    Set<String> existing = names(json);
    existing.forEach(env::activity);
    Set<String> absent = named(json);
    absent.removeAll(existing);
    absent.forEach(name -> env.activity(name).delete());
  }

  /** The names of the activities. */
  static Set<String> names(JsonNode json) {
    if (!json.has("activities")) {
      return named(json);
    }
    Set<String> names = new TreeSet<>();
    json.get("activities").forEach(name -> names.add(name.textValue()));
    return names;
  }

  private static Set<String> named(JsonNode json) {
    Set<String> names = new TreeSet<>();
    for (JsonNode resource : json.path("definition").findValues("Resource")) {
      Matcher arn = ARN.matcher(resource.asText());
      if (arn.matches()) {
        names.add(arn.group(1));
      }
    }
    return names;
  }

  static String arn(String name) {
    return name.startsWith("arn:")
        ? name
        : "arn:aws:states:us-east-1:123456789012:activity:" + name;
  }
}
