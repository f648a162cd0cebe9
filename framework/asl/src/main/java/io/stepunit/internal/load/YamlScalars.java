package io.stepunit.internal.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The values of YAML 1.1's plain scalars that JSON knows too. */
final class YamlScalars {
  private static final Set<Tag> KNOWN =
      Set.of(Tag.STR, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.NULL, Tag.TIMESTAMP);

  private static final Set<String> TRUE = Set.of("true", "yes", "on");
  private static final Set<String> FALSE = Set.of("false", "no", "off");
  private static final BigInteger SIXTY = BigInteger.valueOf(60);

  private YamlScalars() {}

  static boolean isKnown(Tag tag) {
    return KNOWN.contains(tag);
  }

  /** The scalar as JSON, or nothing if JSON has no such value, such as {@code .inf}. */
  static Optional<JsonNode> value(ScalarNode node) {
    String text = node.getValue();
    try {
      if (node.getTag().equals(Tag.INT)) {
        return Optional.of(number(integer(text.replace("_", ""))));
      }
      if (node.getTag().equals(Tag.FLOAT)) {
        return Optional.of(Json.NODES.numberNode(new BigDecimal(text.replace("_", ""))));
      }
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    if (node.getTag().equals(Tag.BOOL)) {
      return bool(text.toLowerCase(Locale.ROOT));
    }
    if (node.getTag().equals(Tag.NULL)) {
      return Optional.of(Json.NODES.nullNode());
    }
    // JSON has no timestamps: one that stands without quotes is the text that the author wrote.
    return Optional.of(Json.NODES.textNode(text));
  }

  private static Optional<JsonNode> bool(String word) {
    return TRUE.contains(word) || FALSE.contains(word)
        ? Optional.of(Json.NODES.booleanNode(TRUE.contains(word)))
        : Optional.empty();
  }

  private static BigInteger integer(String text) {
    if (text.startsWith("-")) {
      return natural(text.substring(1)).negate();
    }
    return natural(text.startsWith("+") ? text.substring(1) : text);
  }

  private static BigInteger natural(String digits) {
    if (digits.contains(":")) {
      return sexagesimal(digits);
    }
    if (digits.startsWith("0b")) {
      return new BigInteger(digits.substring(2), 2);
    }
    if (digits.startsWith("0x")) {
      return new BigInteger(digits.substring(2), 16);
    }
    boolean octal = digits.length() > 1 && digits.startsWith("0");
    return new BigInteger(digits, octal ? 8 : 10);
  }

  /** {@code 1:30} is ninety. */
  private static BigInteger sexagesimal(String digits) {
    BigInteger sum = BigInteger.ZERO;
    for (String part : digits.split(":")) {
      sum = sum.multiply(SIXTY).add(new BigInteger(part));
    }
    return sum;
  }

  private static JsonNode number(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return Json.NODES.numberNode(number.intValue());
    }
    return number.bitLength() < Long.SIZE
        ? Json.NODES.numberNode(number.longValue())
        : Json.NODES.numberNode(number);
  }
}
