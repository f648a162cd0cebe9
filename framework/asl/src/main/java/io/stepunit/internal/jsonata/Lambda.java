package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function as it is written in an expression, with the variables in sight of it. */
final class Lambda extends FunctionValue {
  private static final long serialVersionUID = 1L;

  private final String[] parameters;
  private final transient @Nullable Signature signature;
  private final transient Code body;
  private final JsonNode input;
  private final transient Frame frame;

  private Lambda(
      String[] parameters, @Nullable Signature signature, Code body, JsonNode input, Frame frame) {
    this.parameters = parameters;
    this.signature = signature;
    this.body = body;
    this.input = input;
    this.frame = frame;
  }

  /** {@code function($a, $b)<signature> { body }}. */
  static final class Maker extends Code.Leaf {
    private final String[] parameters;
    private final @Nullable Signature signature;
    private final Code body;

    Maker(List<String> parameters, @Nullable Signature signature, Code body) {
      this.parameters = parameters.toArray(new String[0]);
      this.signature = signature;
      this.body = body;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      return new Lambda(parameters, signature, body, input, frame);
    }
  }

  @Override
  public int arity() {
    return parameters.length;
  }

  @Override
  JsonNode apply(
      Evaluation evaluation, JsonNode[] arguments, JsonNode context, @Nullable String calledAs) {
    JsonNode result = once(evaluation, arguments, context, calledAs);
    return result instanceof Calls.Pending pending
        ? pending.apply(evaluation, arguments, context, null)
        : result;
  }

  /** The same, but a call that it ends with is still to be made. */
  JsonNode once(
      Evaluation evaluation, JsonNode[] arguments, JsonNode context, @Nullable String calledAs) {
    try {
      JsonNode[] checked = signature == null ? arguments : signature.arguments(arguments, context);
      return body.run(evaluation, input, new Frame(frame, parameters, checked));
    } catch (JsonataError e) {
      throw e.in(calledAs);
    }
  }

  /**
   * The function of the parameters that are left.
   *
   * @param given null for each that is left
   */
  Lambda partial(@Nullable JsonNode[] given) {
    Frame bound = new Frame(frame);
    List<String> left = new ArrayList<>();
    for (int i = 0; i < parameters.length; i++) {
      JsonNode value = i < given.length ? given[i] : Values.UNDEFINED;
      if (value == null) {
        left.add(parameters[i]);
      } else {
        bound.bind(parameters[i], value);
      }
    }
    return new Lambda(left.toArray(new String[0]), null, body, input, bound);
  }
}
