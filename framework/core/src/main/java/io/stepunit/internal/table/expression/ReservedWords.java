package io.stepunit.internal.table.expression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that DynamoDB does not take as the name of an attribute in an expression. */
final class ReservedWords {
  private static final String FILE = "reserved-words.txt";

  /** What is read never changes: shared by all. */
  private static final Set<String> WORDS = read();

  private ReservedWords() {}

  /** Whether a name is reserved, in whatever case it is written. */
  static boolean contain(String name) {
    return WORDS.contains(name.toUpperCase(Locale.ROOT));
  }

  private static Set<String> read() {
    try (InputStream in =
        Objects.requireNonNull(ReservedWords.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " cannot be read", e);
    }
  }
}
