package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the Resources of a recorded case back their form where the recording put a bare word in
 * place of a whole ARN: of a Lambda function where the history shows one, else of an activity.
 */
final class ResourceNames {
  private static final Pattern ARN = Pattern.compile("(arn:|<partition>).*", Pattern.DOTALL);

  private ResourceNames() {}

  static JsonNode resolved(JsonNode recordedCase) {
    Set<String> words = new TreeSet<>();
    recordedCase.path("definition").findValues("Resource").stream()
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(resource -> !ARN.matcher(resource).matches() && !resource.isBlank())
        .forEach(words::add);
    if (words.isEmpty()) {
      return recordedCase;
    }
    Set<String> functions = new TreeSet<>();
    recordedCase
        .path("expected")
        .findValues("lambdaFunctionScheduledEventDetails")
        .forEach(details -> functions.add(details.path("resource").asText()));
    String text = Json.text(recordedCase);
    for (String word : words) {
      String arn =
          functions.contains(word)
              ? "arn:aws:lambda:us-east-1:111111111111:function:" + word
              : "arn:aws:states:us-east-1:111111111111:activity:" + word;
      Pattern whole = Pattern.compile("(?<![\\w:-])" + Pattern.quote(word) + "(?![\\w-])");
      text = whole.matcher(text).replaceAll(Matcher.quoteReplacement(arn));
    }
    return Json.parse(text);
  }
}
