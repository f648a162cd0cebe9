package io.stepunit.internal.masking;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The values of masked fields, which are looked for in all other texts. */
final class KnownValues {
  /** Longer values count in any case, shorter ones are often words. */
  private static final int ANY_CASE = 6;

  /** Shorter numbers are everywhere. */
  private static final int DIGITS = 5;

  private final Map<String, List<String>> byFirstWord = new HashMap<>();
  private final Set<String> all = new HashSet<>();

  /** Adds a text, and the forms that it has within JSON. */
  void add(String value) {
    if (value.chars().noneMatch(Character::isLetterOrDigit)) {
      return;
    }
    String written = value.strip();
    addForm(written);
    String json = inJson(written);
    addForm(json);
    addForm(inJson(json));
    addForm(ascii(written));
  }

  void add(JsonNode number) {
    String text = number.asText();
    if (text.chars().filter(Character::isDigit).count() >= DIGITS) {
      addForm(text);
    }
  }

  boolean has(JsonNode number) {
    return all.contains(number.asText());
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  private void addForm(String value) {
    if (all.add(value)) {
      int start = startOfWord(value);
      String word = value.substring(start, Words.endOfWord(value, start));
      List<String> alike =
          byFirstWord.computeIfAbsent(word.toLowerCase(Locale.ROOT), key -> new ArrayList<>());
      alike.add(value);
      alike.sort(Comparator.comparingInt(String::length).reversed());
    }
  }

  private static int startOfWord(String value) {
    int start = 0;
    while (!Character.isLetterOrDigit(value.charAt(start))) {
      start++;
    }
    return start;
  }

  private static String inJson(String value) {
    String quoted = Json.text(Json.NODES.textNode(value));
    return quoted.substring(1, quoted.length() - 1);
  }

  private static String ascii(String value) {
    StringBuilder ascii = new StringBuilder();
    for (char c : inJson(value).toCharArray()) {
      ascii.append(c < 0x7F ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return ascii.toString();
  }

  /**
   * The longest value in a text whose first word begins at a place.
   *
   * @return its start and end; empty if there is none
   */
  int[] at(String text, int word) {
    int end = Words.endOfWord(text, word);
    List<String> candidates =
        byFirstWord.getOrDefault(text.substring(word, end).toLowerCase(Locale.ROOT), List.of());
    for (String value : candidates) {
      int start = word - startOfWord(value);
      boolean anyCase = value.length() >= ANY_CASE;
      if (start >= 0
          && text.regionMatches(anyCase, start, value, 0, value.length())
          && endsThere(text, start + value.length())) {
        return new int[] {start, start + value.length()};
      }
    }
    return new int[0];
  }

  private static boolean endsThere(String text, int end) {
    return end == text.length()
        || !Character.isLetterOrDigit(text.charAt(end))
        || !Character.isLetterOrDigit(text.charAt(end - 1));
  }
}
