package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A function that is written in Java. */
public final class NativeFunction extends FunctionValue {
  private static final long serialVersionUID = 1L;

  /** What the function does with its checked arguments. */
  @FunctionalInterface
  public interface Body {
    /**
     * The value of a call.
     *
     * @param call what it may ask for besides its arguments
     * @param arguments as its signature promises
     * @return the value; {@link Values#UNDEFINED} for none
     * @throws JsonataError if the function fails
     */
    JsonNode apply(Call call, Arguments arguments);
  }

  private final String name;
  private final transient Signature signature;
  private final int arity;
  private final transient Body body;

  /**
   * Makes a function of Java code.
   *
   * @param name without {@code $}
   * @param signature as JSONata writes it, such as {@code <s-nn?:s>}
   * @param arity how many arguments {@code $map} and its like hand over
   */
  public NativeFunction(String name, String signature, int arity, Body body) {
    this.name = name;
    this.signature = Signature.of(signature);
    this.arity = arity;
    this.body = body;
  }

  public String name() {
    return name;
  }

  public Signature signature() {
    return signature;
  }

  @Override
  public int arity() {
    return arity;
  }

  @Override
  JsonNode apply(
      Evaluation evaluation, JsonNode[] arguments, JsonNode context, @Nullable String calledAs) {
    try {
      JsonNode[] checked = signature.arguments(arguments, context);
      return body.apply(new Call(evaluation, name, context), new Arguments(checked));
    } catch (JsonataError e) {
      throw e.in(calledAs == null ? name : calledAs);
    }
  }
}
