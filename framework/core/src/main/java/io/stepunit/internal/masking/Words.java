package io.stepunit.internal.masking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The masks of words. A word is a run of letters and digits; its mask has as many of each, in the
 * same places. Masks are counted, not computed from the words, so that none gives its word away.
 *
 * <p>A text is masked word by word: then a name that is put together from its parts is masked as
 * the parts are.
 */
final class Words {
  private static final int DIGITS = 10;
  private static final int LETTERS = 26;

  /** What is hexadecimal, such as a UUID, stays so. */
  private static final int HEX_LETTERS = 6;

  private static final long MOST_TRIES = 100_000;

  private final Map<String, String> masks = new HashMap<>();
  private final Map<String, Long> counted = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** The mask of a text: each of its words replaced, all else kept. */
  String mask(String text) {
    StringBuilder masked = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(text, at);
      if (end == at) {
        masked.append(text.charAt(at));
        at++;
      } else {
        masked.append(word(text.substring(at, end)));
        at = end;
      }
    }
    return masked.toString();
  }

  /** Where the word that begins here ends; here if none does. */
  static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private String word(String word) {
    String mask = masks.computeIfAbsent(word.toLowerCase(Locale.ROOT), this::next);
    StringBuilder cased = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char masked = mask.charAt(Math.min(i, mask.length() - 1));
      cased.append(Character.isUpperCase(word.charAt(i)) ? Character.toUpperCase(masked) : masked);
    }
    return cased.toString();
  }

  private String next(String word) {
    String shape = shape(word);
    for (long tries = 0; tries < MOST_TRIES; tries++) {
      long number = counted.merge(shape, 1L, Long::sum);
      String candidate = numbered(shape, number);
      boolean isFree = !masks.containsKey(candidate) && !candidate.equals(word);
      if (isFree && used.add(candidate)) {
        return candidate;
      }
      if (number > capacity(shape)) {
        break;
      }
    }
    // So short that each mask is taken.
    long number = counted.merge(shape, 1L, Long::sum);
    String candidate = numbered(shape, number);
    return candidate.equals(word) ? numbered(shape, number + 1) : candidate;
  }

  /** Letters, digits and hexadecimal letters, as {@code a}, {@code 0} and {@code f}. */
  private static String shape(String word) {
    boolean isHex = word.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    boolean hasDigit = word.chars().anyMatch(Character::isDigit);
    StringBuilder shape = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      boolean isDigit = Character.isDigit(word.charAt(i));
      shape.append(isDigit ? '0' : isHex && hasDigit ? 'f' : 'a');
    }
    return shape.toString();
  }

  private static long capacity(String shape) {
    long capacity = 1;
    for (int i = 0; i < shape.length() && capacity < MOST_TRIES; i++) {
      capacity *= radix(shape.charAt(i));
    }
    return capacity;
  }

  private static String numbered(String shape, long number) {
    char[] mask = new char[shape.length()];
    long left = number;
    for (int i = shape.length() - 1; i >= 0; i--) {
      int radix = radix(shape.charAt(i));
      int digit = (int) (left % radix);
      // No leading zero: the mask of a whole number is one.
      boolean leads = i == 0 && shape.charAt(0) == '0' && shape.length() > 1;
      mask[i] = (char) ((shape.charAt(i) == '0' ? '0' : 'a') + (leads && digit == 0 ? 1 : digit));
      left /= radix;
    }
    return new String(mask);
  }

  private static int radix(char kind) {
    return kind == '0' ? DIGITS : kind == 'f' ? HEX_LETTERS : LETTERS;
  }
}
