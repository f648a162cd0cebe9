package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Utils;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions that Step Functions adds to JSONata and that need nothing but their arguments.
 *
 * <p>See "JSONata functions provided by Step Functions" in the AWS Step Functions Developer Guide.
 */
final class AddedFunctions {
  /** By name, without {@code $}. */
  static final Map<String, Builtin> ALL =
      Map.of(
          "partition", new Builtin("partition", "an", 2, AddedFunctions::partition),
          "range", new Builtin("range", "n?n?n?", 3, AddedFunctions::range),
          "hash", new Builtin("hash", "s-s?", 2, AddedFunctions::hash),
          "parse", new Builtin("parse", "s-", 1, AddedFunctions::parse));

  private static final Set<String> ALGORITHMS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
  private static final long RANGE_ITEMS = 360_145;

  private AddedFunctions() {}

  private static @Nullable Object partition(Arguments arguments) {
    List<Object> array = arguments.list(0);
    Number given = arguments.number(1);
    if (array == null || given == null || array.isEmpty()) {
      return null;
    }
    long size = given.longValue();
    if (size < 0) {
      throw new IllegalArgumentException("a part cannot have less than no items");
    }
    if (size == 0) {
      return null;
    }
    // An array and no sequence: a single part does not take the place of the whole.
    List<Object> parts = new ArrayList<>();
    for (int from = 0; from < array.size(); from += (int) Math.min(size, array.size())) {
      int to = (int) Math.min(from + size, array.size());
      parts.add(List.copyOf(array.subList(from, to)));
    }
    return parts;
  }

  private static @Nullable Object range(Arguments arguments) {
    Number first = arguments.number(0);
    Number last = arguments.number(1);
    Number increment = arguments.number(2);
    if (first == null || last == null || increment == null || increment.longValue() == 0) {
      return null;
    }
    long step = increment.longValue();
    long count = Math.floorDiv(last.longValue() - first.longValue(), step) + 1;
    if (count > RANGE_ITEMS) {
      throw EvaluationFailure.memory();
    }
    List<Object> items = Utils.createSequence();
    for (long i = 0; i < count; i++) {
      items.add(Numbers.plain((double) (first.longValue() + i * step)));
    }
    return items.isEmpty() ? null : items;
  }

  private static @Nullable Object hash(Arguments arguments) throws NoSuchAlgorithmException {
    String data = arguments.text(0);
    String algorithm = arguments.text(1);
    if (data == null || algorithm == null) {
      return null;
    }
    if (!ALGORITHMS.contains(algorithm)) {
      throw new IllegalArgumentException("unknown algorithm " + algorithm);
    }
    byte[] digest =
        MessageDigest.getInstance(algorithm).digest(data.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  private static @Nullable Object parse(Arguments arguments) {
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    try {
      return Views.of(Json.parseData(text));
    } catch (JsonTextException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
