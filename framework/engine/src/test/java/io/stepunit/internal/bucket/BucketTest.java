package io.stepunit.internal.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stepunit.bucket.Bucket;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Buckets buckets = new Buckets(Clock.fixed(NOW, ZoneOffset.UTC));
  private final Bucket bucket = buckets.bucket("orders");

  @Test
  void holds_text_bytes_files_and_resources(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), "a\n1\n");

    bucket
        .put("text", "grün")
        .put("bytes", new byte[] {1, 2})
        .put("file", file)
        .putResource("resource", "object.json");

    assertThat(bucket.object("text").text()).isEqualTo("grün");
    assertThat(bucket.object("text").size()).isEqualTo(5);
    assertThat(bucket.object("bytes").bytes()).containsExactly(1, 2);
    assertThat(bucket.object("file").text()).isEqualTo("a\n1\n");
    assertThat(bucket.object("resource").json().isObject()).isTrue();
    assertThat(bucket.object("text").lastModified()).isEqualTo(NOW);
    assertThat(bucket.object("text").uri()).isEqualTo("s3://orders/text");
  }

  @Test
  void bucket_is_one_for_each_name() {
    bucket.put("a", "1");

    assertThat(buckets.bucket("orders").object("a").json()).isEqualTo(Json.parse("1"));
    assertThat(buckets.bucket("other").objects()).isEmpty();
    assertThat(buckets.all()).extracting(Bucket::name).containsExactly("orders", "other");
  }

  @Test
  void has_keys_that_are_no_paths(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), "secret");

    bucket.put("../in.csv", "text");

    assertThat(bucket.object("../in.csv").text()).isEqualTo("text");
    assertThat(bucket.find("in.csv")).isEmpty();
    assertThat(bucket.find(file.toString())).isEmpty();
    assertThat(bucket.find(file.toUri().toString())).isEmpty();
    assertThat(file).hasContent("secret");
  }

  @Test
  void bucket_does_not_see_what_is_done_to_the_bytes_later() {
    byte[] bytes = "a".getBytes(StandardCharsets.UTF_8);
    bucket.put("a", bytes);

    bytes[0] = 'b';

    assertThat(bucket.object("a").text()).isEqualTo("a");
  }

  @Test
  void tells_what_there_is_where_an_object_is_not() {
    bucket.put("2026/in.csv", "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> bucket.object("2026/out.csv"))
        .withMessage("There is no object s3://orders/2026/out.csv. The bucket has 2026/in.csv.");
    assertThat(bucket.find("2026/out.csv")).isEmpty();
  }

  @Test
  void refuses_files_and_resources_that_are_not_there() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bucket.put("a", Path.of("no/such.csv")))
        .withMessageContaining("such.csv for the object s3://orders/a does not exist")
        .withMessageContaining("relative paths start at");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bucket.putResource("a", "no/such.csv"))
        .withMessageContaining("The class path has no resource 'no/such.csv'");
  }

  @Test
  void tells_the_object_that_is_no_json() {
    bucket.put("a", "{");

    assertThatIllegalStateException()
        .isThrownBy(() -> bucket.object("a").json())
        .withMessageStartingWith("The object s3://orders/a is not JSON: ");
  }
}
