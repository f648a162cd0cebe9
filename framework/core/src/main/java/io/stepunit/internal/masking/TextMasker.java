package io.stepunit.internal.masking;

import io.stepunit.recording.Masking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what is found in texts: what patterns match, and values known from masked fields. */
final class TextMasker {
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+'-]+(?:@|%40)[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

  private final Masking masking;
  private final KnownValues known;
  private final Words words = new Words();
  private final CardNumbers cards = new CardNumbers();

  TextMasker(Masking masking, KnownValues known) {
    this.masking = masking;
    this.known = known;
  }

  private record Found(int start, int end, UnaryOperator<String> mask) {}

  /** The mask of a whole value. */
  String whole(String value) {
    return masking.masksCardNumbers() && isCard(value) ? cards.mask(value) : words.mask(value);
  }

  private static boolean isCard(String value) {
    return CardNumbers.PATTERN.matcher(value).matches() && CardNumbers.isCard(value);
  }

  /** The text with all masked that is found in it. */
  String within(String text) {
    List<Found> all = new ArrayList<>();
    if (masking.masksEmails()) {
      find(EMAIL, text, all);
    }
    masking.patterns().forEach(pattern -> find(pattern, text, all));
    if (masking.masksCardNumbers()) {
      Matcher cardNumber = CardNumbers.PATTERN.matcher(text);
      while (cardNumber.find()) {
        if (CardNumbers.isCard(cardNumber.group())) {
          all.add(new Found(cardNumber.start(), cardNumber.end(), cards::mask));
        }
      }
    }
    if (!known.isEmpty()) {
      findKnown(text, all);
    }
    return all.isEmpty() ? text : replaced(text, all);
  }

  private void find(Pattern pattern, String text, List<Found> all) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) {
        all.add(new Found(matcher.start(), matcher.end(), words::mask));
      }
    }
  }

  private void findKnown(String text, List<Found> all) {
    int at = 0;
    while (at < text.length()) {
      int end = Words.endOfWord(text, at);
      if (end > at) {
        int[] found = known.at(text, at);
        if (found.length > 0) {
          all.add(new Found(found[0], found[1], this::whole));
        }
      }
      at = Math.max(end, at + 1);
    }
  }

  /** Of those that overlap, the one that begins first counts, then the longest. */
  private static String replaced(String text, List<Found> all) {
    all.sort(
        Comparator.comparingInt(Found::start)
            .thenComparing(Comparator.comparingInt(Found::end).reversed()));
    StringBuilder masked = new StringBuilder(text.length());
    int at = 0;
    for (Found found : all) {
      if (found.start() >= at) {
        masked.append(text, at, found.start());
        masked.append(found.mask().apply(text.substring(found.start(), found.end())));
        at = found.end();
      } else if (found.end() > at) {
        masked.append(found.mask().apply(text.substring(at, found.end())));
        at = found.end();
      }
    }
    return masked.append(text, at, text.length()).toString();
  }
}
