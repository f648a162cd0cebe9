package io.stepunit.internal.expression.jsonata;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The functions on URLs, as JSONata borrows them from ECMAScript: "URI Handling Functions". The
 * library has those of HTML forms instead.
 */
final class UrlFunctions {
  private static final String UNRESERVED = "-_.!~*'()";
  private static final String RESERVED = ";/?:@&=+$,#";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private UrlFunctions() {}

  static @Nullable Object encodeUrlComponent(Arguments arguments) {
    return encode(arguments, UNRESERVED);
  }

  static @Nullable Object encodeUrl(Arguments arguments) {
    return encode(arguments, UNRESERVED + RESERVED);
  }

  static @Nullable Object decodeUrlComponent(Arguments arguments) {
    return decode(arguments, "");
  }

  static @Nullable Object decodeUrl(Arguments arguments) {
    return decode(arguments, RESERVED);
  }

  /**
   * @param kept the signs that stay as they are, besides letters and digits
   */
  private static @Nullable String encode(Arguments arguments, String kept) {
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int point = text.codePointAt(i);
      if (Character.isBmpCodePoint(point) && Character.isSurrogate((char) point)) {
        throw malformed(arguments, text);
      }
      if (isLetterOrDigit(point) || kept.indexOf(point) >= 0) {
        encoded.appendCodePoint(point);
      } else {
        for (byte part : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
          encoded.append('%').append(HEX.toHexDigits(part));
        }
      }
    }
    return encoded.toString();
  }

  private static boolean isLetterOrDigit(int point) {
    return point < 0x80 && Character.isLetterOrDigit(point);
  }

  /**
   * @param kept the signs whose escapes stay as they are
   */
  private static @Nullable String decode(Arguments arguments, String kept) {
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    StringBuilder decoded = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '%') {
        decoded.append(text.charAt(at++));
        continue;
      }
      int end = at + 3 * escapes(arguments, text, at);
      String sign = sign(arguments, text, at, end);
      decoded.append(kept.contains(sign) ? text.substring(at, end) : sign);
      at = end;
    }
    return decoded.toString();
  }

  /** How many escapes make up the sign that begins here: UTF-8 tells by the first byte. */
  private static int escapes(Arguments arguments, String text, int at) {
    int first = octet(arguments, text, at);
    int ones = Integer.numberOfLeadingZeros(~(first << 24));
    if (ones == 1 || ones > 4) {
      throw malformed(arguments, text);
    }
    return Math.max(1, ones);
  }

  private static String sign(Arguments arguments, String text, int at, int end) {
    byte[] bytes = new byte[(end - at) / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) octet(arguments, text, at + 3 * i);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed(arguments, text);
    }
  }

  private static int octet(Arguments arguments, String text, int at) {
    boolean isEscape =
        at + 2 < text.length()
            && text.charAt(at) == '%'
            && HexFormat.isHexDigit(text.charAt(at + 1))
            && HexFormat.isHexDigit(text.charAt(at + 2));
    if (!isEscape) {
      throw malformed(arguments, text);
    }
    return HexFormat.fromHexDigits(text, at + 1, at + 3);
  }

  private static EvaluationFailure malformed(Arguments arguments, String text) {
    return EvaluationFailure.coded(
        "D3140", "Malformed URL passed to $" + arguments.function() + "(): " + Quotes.quoted(text));
  }
}
