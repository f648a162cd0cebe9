package io.stepunit.internal.jsonata.function;

import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.NativeFunction;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;

/** The functions on URLs, as JSONata borrows them from ECMAScript: "URI Handling Functions". */
final class UrlFunctions {
  private static final String UNRESERVED = "-_.!~*'()";
  private static final String RESERVED = ";/?:@&=+$,#";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  static final List<NativeFunction> ALL =
      List.of(
          function("encodeUrlComponent", (name, text) -> encode(name, text, UNRESERVED)),
          function("encodeUrl", (name, text) -> encode(name, text, UNRESERVED + RESERVED)),
          function("decodeUrlComponent", (name, text) -> decode(name, text, "")),
          function("decodeUrl", (name, text) -> decode(name, text, RESERVED)));

  private UrlFunctions() {}

  private static NativeFunction function(String name, BiFunction<String, String, String> body) {
    return TextFunctions.changing(name, text -> body.apply(name, text));
  }

  /**
   * @param kept the signs that stay as they are, besides letters and digits
   */
  private static String encode(String function, String text, String kept) {
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int point = text.codePointAt(i);
      if (Character.isBmpCodePoint(point) && Character.isSurrogate((char) point)) {
        throw malformed(function, text);
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
  private static String decode(String function, String text, String kept) {
    StringBuilder decoded = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '%') {
        decoded.append(text.charAt(at++));
        continue;
      }
      int end = at + 3 * escapes(function, text, at);
      String sign = sign(function, text, at, end);
      decoded.append(kept.contains(sign) ? text.substring(at, end) : sign);
      at = end;
    }
    return decoded.toString();
  }

  /** How many escapes make up the sign that begins here: UTF-8 tells by the first byte. */
  private static int escapes(String function, String text, int at) {
    int first = octet(function, text, at);
    int ones = Integer.numberOfLeadingZeros(~(first << 24));
    if (ones == 1 || ones > 4) {
      throw malformed(function, text);
    }
    return Math.max(1, ones);
  }

  private static String sign(String function, String text, int at, int end) {
    byte[] bytes = new byte[(end - at) / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) octet(function, text, at + 3 * i);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw malformed(function, text);
    }
  }

  private static int octet(String function, String text, int at) {
    boolean isEscape =
        at + 2 < text.length()
            && text.charAt(at) == '%'
            && HexFormat.isHexDigit(text.charAt(at + 1))
            && HexFormat.isHexDigit(text.charAt(at + 2));
    if (!isEscape) {
      throw malformed(function, text);
    }
    return HexFormat.fromHexDigits(text, at + 1, at + 3);
  }

  private static JsonataError malformed(String function, String text) {
    return new JsonataError("D3140").with("functionName", function).with("value", text);
  }
}
