package io.stepunit.api;

import static io.stepunit.api.ApiCalls.ARN;
import static io.stepunit.api.ApiCalls.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
  private static final String DESK = "arn:aws:states:us-east-1:123456789012:activity:desk";

  private final ApiCalls calls = new ApiCalls(StepFunctionsEnvironment.create());

  @BeforeEach
  void create() {
    calls.create(FIRST, "publish", true, "tags", tags("Owner", "team"));
    calls.call("CreateActivity", "name", "desk", "tags", tags("Owner", "team"));
  }

  private static List<Map<String, String>> tags(String... keysAndValues) {
    return IntStream.range(0, keysAndValues.length / 2)
        .mapToObj(i -> Map.of("key", keysAndValues[2 * i], "value", keysAndValues[2 * i + 1]))
        .toList();
  }

  private String list(String arn) {
    return calls.call("ListTagsForResource", "resourceArn", arn).get("tags").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {ARN, DESK})
  void of_machines_and_activities_are_added_replaced_and_removed_by_key(String arn) {
    calls.call("TagResource", "resourceArn", arn, "tags", tags("owner", "", "Owner", "others"));
    calls.call("UntagResource", "resourceArn", arn, "tagKeys", List.of("owner", "Missing"));

    assertThat(list(arn)).isEqualTo("[{\"key\":\"Owner\",\"value\":\"others\"}]");
  }

  @Test
  void of_versions_there_are_none() {
    assertThat(list(ARN + ":1")).isEqualTo("[]");
    calls.assertRefused(
        "ResourceNotFound: Resource not found: '" + ARN + ":1'",
        "TagResource",
        "resourceArn",
        ARN + ":1",
        "tags",
        tags("a", "b"));
    calls.assertRefused(
        "ResourceNotFound: Resource not found: '" + ARN + ":2'",
        "ListTagsForResource",
        "resourceArn",
        ARN + ":2");
  }

  @Test
  void of_the_system_are_refused_and_so_are_more_than_fifty() {
    calls.assertRefused(
        "AccessDeniedException: Caller is an end user and not allowed to mutate system tags",
        "TagResource",
        "resourceArn",
        ARN,
        "tags",
        tags("new", "value", "aws:mine", "value"));
    calls.assertRefused(
        "TooManyTags: A resource can have 50 tags, not 51.",
        "TagResource",
        "resourceArn",
        ARN,
        "tags",
        IntStream.range(0, 50).mapToObj(i -> Map.of("key", "k" + i, "value", "v")).toList());

    assertThat(list(ARN)).isEqualTo("[{\"key\":\"Owner\",\"value\":\"team\"}]");
  }
}
