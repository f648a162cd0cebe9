package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of the language, as the library calls it. */
final class Builtin extends Jsonata.JFunction {
  /** What a function does with its checked arguments. */
  @FunctionalInterface
  interface Body {
    @Nullable Object call(Arguments arguments) throws Throwable;
  }

  private final String name;
  private final Signature signature;
  private final int arity;
  private final Body body;

  /**
   * @param signature the parameters as the JSONata documentation writes them, without the result
   * @param arity how many arguments {@code $map} and its like hand over
   */
  Builtin(String name, String signature, int arity, Body body) {
    // A partial application makes a text with the name; no method is ever called by reflection.
    super(name, "<" + "x".repeat(arity) + ":x>", Functions.class, null, "count");
    this.name = name;
    this.signature = Signature.of(signature);
    this.arity = arity;
    this.body = body;
  }

  String name() {
    return name;
  }

  Signature signature() {
    return signature;
  }

  /** Nothing: calls from within {@code $map} come without it, so the call itself checks. */
  @Override
  public Object validate(Object arguments, Object context) {
    return arguments;
  }

  @Override
  public int getNumberOfArgs() {
    return arity;
  }

  @Override
  @SuppressWarnings("rawtypes") // the library's signature
  public @Nullable Object call(Object input, List arguments) {
    try {
      List<?> given = (List<?>) arguments;
      return body.call(new Arguments(name, signature.arguments(name, given, input)));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
