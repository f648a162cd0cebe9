package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.UUID;

/** The functions that make or take apart texts. */
final class TextIntrinsics {
  /** The longest text that AWS encodes, decodes or hashes, in chars. */
  private static final int LONGEST = 10_000;

  private static final Set<String> ALGORITHMS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private TextIntrinsics() {}

  /** {@code States.Format(template, value…)}: each {@code {}} is replaced by the next value. */
  static JsonNode format(CallArguments arguments) {
    String template = arguments.string(0);
    StringBuilder text = new StringBuilder(template.length() + 16);
    int next = 1;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      char following = i + 1 < template.length() ? template.charAt(i + 1) : 0;
      if (c == '\\' && "'{}\\".indexOf(following) >= 0) {
        text.append(following);
        i++;
      } else if (c == '{' && following == '}' && next < arguments.count()) {
        text.append(PlainValue.text(arguments.get(next)));
        next++;
        i++;
      } else if (c == '{' || c == '}') {
        throw TemplateBraces.problem(template, i);
      } else {
        text.append(c);
      }
    }
    if (next != arguments.count()) {
      throw new InvalidArgument();
    }
    return TextNode.valueOf(text.toString());
  }

  /**
   * {@code States.StringSplit(text, separators)}: every char of the second is a separator, and
   * empty pieces are dropped.
   */
  static JsonNode stringSplit(CallArguments arguments) {
    ArrayNode pieces = Json.NODES.arrayNode();
    StringTokenizer tokens = new StringTokenizer(arguments.string(0), arguments.string(1));
    while (tokens.hasMoreTokens()) {
      pieces.add(tokens.nextToken());
    }
    return pieces;
  }

  /** {@code States.UUID()}: a version 4 UUID; AWS ignores an argument. */
  static JsonNode uuid(CallArguments arguments) {
    long high = (arguments.random().nextLong() & ~0xF000L) | 0x4000L;
    long low = (arguments.random().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return TextNode.valueOf(new UUID(high, low).toString());
  }

  /** {@code States.Base64Encode(text)}. */
  static JsonNode base64Encode(CallArguments arguments) {
    byte[] bytes = arguments.string(0, LONGEST).getBytes(StandardCharsets.UTF_8);
    return TextNode.valueOf(Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * {@code States.Base64Decode(text)}: skips what is no Base64 digit, and padding may be missing.
   */
  static JsonNode base64Decode(CallArguments arguments) {
    StringBuilder digits = new StringBuilder();
    for (char c : arguments.string(0, LONGEST).toCharArray()) {
      if (c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) {
        digits.append(c);
      }
    }
    if (digits.length() % 4 == 1) {
      // Six bits are no byte: a lone digit at the end carries nothing.
      digits.setLength(digits.length() - 1);
    }
    byte[] bytes = Base64.getDecoder().decode(digits.toString());
    return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
  }

  /** {@code States.Hash(data, algorithm)}: lower-case hex of the hash of the UTF-8 text. */
  static JsonNode hash(CallArguments arguments) {
    String algorithm = arguments.string(1);
    if (!ALGORITHMS.contains(algorithm)) {
      throw new InvalidArgument();
    }
    byte[] data = arguments.text(0, LONGEST).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(data);
      return TextNode.valueOf(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM lacks the algorithm " + algorithm, e);
    }
  }
}
