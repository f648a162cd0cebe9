package io.stepunit.internal.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant, for messages about unknown names. */
public final class NearestName {
  private NearestName() {}

  /** The known name that differs least from a text, if the text can be taken for a slip of it. */
  public static Optional<String> of(String text, Collection<String> known) {
    String nearest = null;
    int least = Math.max(2, text.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(text.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return Optional.ofNullable(nearest);
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
