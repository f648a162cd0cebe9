package io.stepunit.internal.jsonata.picture;

import java.util.Locale;

/** How a picture asks for letters. */
enum LetterCase {
  UPPER,
  LOWER,
  TITLE;

  /**
   * @param title the text in title case
   */
  String of(String title) {
    return switch (this) {
      case UPPER -> title.toUpperCase(Locale.ROOT);
      case LOWER -> title.toLowerCase(Locale.ROOT);
      case TITLE -> title;
    };
  }

  boolean isUpper() {
    return this == UPPER;
  }
}
