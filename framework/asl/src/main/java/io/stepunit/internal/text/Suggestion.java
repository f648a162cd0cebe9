package io.stepunit.internal.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The name that was probably meant, for messages about unknown names.
 *
 * @param name the name; empty if none comes near
 */
public record Suggestion(Optional<String> name) {
  /** The known name that differs least from a text, if the text can be taken for a slip of it. */
  public static Suggestion of(String written, Collection<String> known) {
    String nearest = null;
    int least = Math.max(2, written.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return new Suggestion(Optional.ofNullable(nearest));
  }

  /** The sentence that ends a message, with the blank before it; empty if there is no name. */
  public String asSentence() {
    return name.map(near -> " Did you mean '" + Printable.line(near) + "'?").orElse("");
  }

  /** {@code ; did you mean 'Retry'?} for the end of a hint; empty if there is no name. */
  public String asClause() {
    return asClauseOr(() -> "");
  }

  /** The same, or what else there is to say. */
  public String asClauseOr(Supplier<String> other) {
    return asQuestion().map(question -> "; " + question).orElseGet(other);
  }

  /** {@code did you mean 'Retry'?} for a hint that says nothing else. */
  public Optional<String> asQuestion() {
    return name.map(near -> "did you mean '" + Printable.line(near) + "'?");
  }

  /** Inserted, dropped and changed characters (Levenshtein). */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int edge = Math.min(previous[j], current[j - 1]) + 1;
        current[j] = Math.min(edge, previous[j - 1] + change);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
