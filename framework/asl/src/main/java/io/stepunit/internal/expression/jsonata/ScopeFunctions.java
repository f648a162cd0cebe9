package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Utils;
import io.stepunit.internal.expression.Scope;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The functions that ask for the time or for a random number: both come from the scope. */
final class ScopeFunctions {
  private static final Map<String, Function> ALL =
      Map.of(
          "toMillis", new Function("s-s?", 2, TimeFunctions::toMillis),
          "now", new Function("s?s?", 2, ScopeFunctions::now),
          "millis", new Function("", 0, (arguments, scope) -> scope.now().toEpochMilli()),
          "random", new Function("n?", 1, ScopeFunctions::random),
          "shuffle", new Function("a", 1, ScopeFunctions::shuffle),
          "uuid", new Function("", 0, (arguments, scope) -> uuid(scope.random()).toString()));

  private record Function(String signature, int arity, Body body) {}

  private interface Body {
    @Nullable Object call(Arguments arguments, Scope scope);
  }

  private ScopeFunctions() {}

  /** Their names, without {@code $}. */
  static Set<String> names() {
    return ALL.keySet();
  }

  /** What a function takes, if there is one of the name. */
  static Optional<Signature> signature(String name) {
    return Optional.ofNullable(ALL.get(name)).map(function -> Signature.of(function.signature()));
  }

  static @Nullable Builtin of(String name, Scope scope) {
    Function function = ALL.get(name);
    return function == null
        ? null
        : new Builtin(
            name,
            function.signature(),
            function.arity(),
            arguments -> function.body().call(arguments, scope));
  }

  private static @Nullable Object now(Arguments arguments, Scope scope) {
    return TimeFunctions.format(scope.now().toEpochMilli(), arguments.text(0), arguments.text(1));
  }

  /** With a seed, Java's own generator: the numbers are AWS's. */
  private static Object random(Arguments arguments, Scope scope) {
    Number seed = arguments.number(0);
    return seed == null ? scope.random().nextDouble() : new Random(seed.longValue()).nextDouble();
  }

  private static @Nullable Object shuffle(Arguments arguments, Scope scope) {
    List<Object> array = arguments.list(0);
    if (array == null || array.size() < 2) {
      return array;
    }
    List<Object> shuffled = new Utils.JList<>(array);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, scope.random().nextInt(i + 1));
    }
    return shuffled;
  }

  /** A random UUID, version 4. */
  static UUID uuid(RandomGenerator random) {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
