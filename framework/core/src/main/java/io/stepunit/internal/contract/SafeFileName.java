package io.stepunit.internal.contract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names that each file system takes, different ones for different texts. */
final class SafeFileName {
  private static final String REFUSED = "/\\:*?\"<>|%";

  private SafeFileName() {}

  /** A text with each character that a file system may refuse as in an address: {@code %2F}. */
  static String of(String text) {
    StringBuilder name = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isEdge = i == 0 || i == text.length() - 1;
      if (c < ' ' || REFUSED.indexOf(c) >= 0 || isEdge && (c == '.' || c == ' ')) {
        name.append(encoded(c));
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }

  private static String encoded(char c) {
    StringBuilder text = new StringBuilder();
    for (byte each : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
      text.append(String.format(Locale.ROOT, "%%%02X", each & 0xFF));
    }
    return text.toString();
  }
}
