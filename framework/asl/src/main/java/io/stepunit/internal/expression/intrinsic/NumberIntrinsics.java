package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.stepunit.internal.json.Json;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The functions on numbers. */
final class NumberIntrinsics {
  private NumberIntrinsics() {}

  /**
   * {@code States.MathAdd(a, b)}: the sum of both, each rounded half up before; operands and sum
   * are 32-bit integers.
   */
  static JsonNode mathAdd(CallArguments arguments) {
    long sum = rounded(arguments.get(0)) + rounded(arguments.get(1));
    return IntNode.valueOf((int) checked(sum));
  }

  private static long rounded(JsonNode number) {
    return checked(Math.round(number.doubleValue()));
  }

  private static long checked(long value) {
    if (value != (int) value) {
      throw new InvalidArgument();
    }
    return value;
  }

  /**
   * {@code States.MathRandom(start, end, seed)}: an integer from start up to, not including, end. A
   * seed fixes the number; without one it comes from the environment's seed.
   */
  static JsonNode mathRandom(CallArguments arguments) {
    long start = arguments.truncated(0);
    long end = arguments.truncated(1);
    if (start >= end) {
      throw new InvalidArgument();
    }
    RandomGenerator random =
        arguments.count() == 3 ? new Random(arguments.truncated(2)) : arguments.random();
    long span = end - start;
    // The one seeded number known from AWS is that of nextInt(span).
    long value =
        span > 0 && span <= Integer.MAX_VALUE
            ? start + random.nextInt((int) span)
            : random.nextLong(start, end);
    return (int) value == value ? IntNode.valueOf((int) value) : Json.NODES.numberNode(value);
  }
}
