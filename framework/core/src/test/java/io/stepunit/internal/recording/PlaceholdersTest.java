package io.stepunit.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
  private final Placeholders placeholders =
      new Placeholders(List.of("sfn_role_arn"), List.of("generated-uuid"), List.of("token-1"));

  @Test
  void a_placeholder_stands_for_any_text_that_is_not_empty() {
    assertThat(placeholders.sameText("id <uuid:1>.", "id 7f3a.")).isTrue();
    assertThat(placeholders.sameText("id <uuid:2>.", "id .")).isFalse();
  }

  @Test
  void the_same_placeholder_stands_for_the_same_text() {
    assertThat(placeholders.sameText("<uuid:1>", "a")).isTrue();

    assertThat(placeholders.sameText("x <uuid:1>", "x a")).isTrue();
    assertThat(placeholders.sameText("x <uuid:1>", "x b")).isFalse();
    assertThat(placeholders.sameText("<uuid:2>", "b")).isTrue();
  }

  @Test
  void a_placeholder_that_comes_twice_in_a_text_stands_for_one_text() {
    assertThat(placeholders.sameText("<a> and <a>", "x and y")).isFalse();
    assertThat(placeholders.sameText("<a> and <a>", "x and x")).isTrue();
  }

  @Test
  void a_failed_match_binds_nothing() {
    assertThat(placeholders.sameText("<a>!", "x?")).isFalse();

    assertThat(placeholders.sameText("<a>", "y")).isTrue();
  }

  @Test
  void the_text_around_a_placeholder_counts() {
    assertThat(placeholders.sameText("arn:<name>:x", "arn:a:y")).isFalse();
  }

  @Test
  void a_word_given_as_placeholder_is_one() {
    assertThat(placeholders.sameText("sfn_role_arn", "arn:aws:iam::1:role/r")).isTrue();
    assertThat(placeholders.isAnything("generated-uuid")).isTrue();
    assertThat(placeholders.isAnything("sfn_role_arn")).isFalse();
  }

  @Test
  void what_the_run_made_up_stands_for_what_was_recorded() {
    assertThat(placeholders.sameText("AAAA", "token-1")).isTrue();
    assertThat(placeholders.sameText("BBBB", "token-1")).isFalse();
    assertThat(placeholders.sameText("AAAA", "token-2")).isFalse();
  }

  @Test
  void times_are_not_compared() {
    assertThat(placeholders.sameText("at date", "at 2026-01-01T00:00:00.123Z")).isTrue();
    assertThat(placeholders.sameText("2024-05-06T07:08:09+02:00", "2026-01-01T00:00:00Z")).isTrue();
    assertThat(placeholders.sameText("on 2024-05-06", "on 2026-01-01")).isFalse();
  }
}
