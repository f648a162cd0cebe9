package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.jsonata.Arguments;
import io.stepunit.internal.jsonata.Call;
import io.stepunit.internal.jsonata.LimitExceeded;
import io.stepunit.internal.jsonata.LimitExceeded.Limit;
import io.stepunit.internal.jsonata.NativeFunction;
import io.stepunit.internal.jsonata.Sequence;
import io.stepunit.internal.jsonata.UncodedFailure;
import io.stepunit.internal.jsonata.Values;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * The functions that Step Functions adds to JSONata.
 *
 * <p>See "JSONata functions provided by Step Functions" in the AWS Step Functions Developer Guide.
 */
final class AddedFunctions {
  static final List<NativeFunction> ALL =
      List.of(
          new NativeFunction("partition", "<an:a>", 2, AddedFunctions::partition),
          new NativeFunction("range", "<n?n?n?:a>", 3, AddedFunctions::range),
          new NativeFunction("hash", "<s-s?:s>", 2, AddedFunctions::hash),
          new NativeFunction("random", "<n?:n>", 1, AddedFunctions::random),
          new NativeFunction(
              "uuid", "<:s>", 0, (call, a) -> Values.text(uuid(call.random()).toString())),
          new NativeFunction("parse", "<s-:x>", 1, AddedFunctions::parse));

  private static final Set<String> ALGORITHMS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
  private static final long RANGE_ITEMS = 360_145;

  private AddedFunctions() {}

  /** Arrays in an array and no sequence: a single part does not take the place of the whole. */
  private static JsonNode partition(Call call, Arguments arguments) {
    ArrayNode array = arguments.array(0);
    if (array == null || !arguments.has(1) || array.isEmpty()) {
      return Values.UNDEFINED;
    }
    long size = (long) arguments.number(1);
    if (size < 0) {
      throw new UncodedFailure("a part cannot have less than no items");
    }
    if (size == 0) {
      return Values.UNDEFINED;
    }
    call.budget().steps(array.size());
    ArrayNode parts = Values.array();
    for (int i = 0; i < array.size(); i++) {
      ArrayNode part = i % size == 0 ? parts.addArray() : (ArrayNode) parts.get(parts.size() - 1);
      part.add(array.get(i));
    }
    return parts;
  }

  private static JsonNode range(Call call, Arguments arguments) {
    double first = whole(arguments, 0);
    double last = whole(arguments, 1);
    double step = whole(arguments, 2);
    double count = Math.floor((last - first) / step) + 1;
    if (step == 0 || !(count > 0)) {
      return Values.UNDEFINED;
    }
    if (count > RANGE_ITEMS) {
      throw new LimitExceeded(Limit.MEMORY);
    }
    call.budget().steps((long) count);
    Sequence items = new Sequence();
    for (int i = 0; i < count; i++) {
      items.add(Values.number(first + i * step));
    }
    return items;
  }

  /** Without its fraction; not a number if there is none. */
  private static double whole(Arguments arguments, int index) {
    double number = arguments.number(index);
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  private static JsonNode hash(Call call, Arguments arguments) {
    String data = arguments.text(0);
    String algorithm = arguments.text(1);
    if (data == null || algorithm == null) {
      return Values.UNDEFINED;
    }
    if (!ALGORITHMS.contains(algorithm)) {
      throw new UncodedFailure("unknown algorithm " + algorithm);
    }
    call.budget().steps(data.length());
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(data.getBytes(StandardCharsets.UTF_8));
      return Values.text(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With a seed, Java's own generator: the numbers are AWS's. */
  private static JsonNode random(Call call, Arguments arguments) {
    return Values.number(
        arguments.has(0)
            ? new Random((long) arguments.number(0)).nextDouble()
            : call.random().nextDouble());
  }

  /** A random UUID, version 4. */
  private static UUID uuid(RandomGenerator random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static JsonNode parse(Call call, Arguments arguments) {
    String text = arguments.text(0);
    if (text == null) {
      return Values.UNDEFINED;
    }
    call.budget().text(text.length());
    try {
      return Json.parseData(text);
    } catch (JsonTextException e) {
      throw new UncodedFailure(e);
    }
  }
}
