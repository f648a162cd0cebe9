package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls of functions: whole, in part, at the end of another one, and one behind the other. */
final class Calls {
  private static final JsonNode NO_CONTEXT = NullNode.getInstance();

  private Calls() {}

  /**
   * What is called.
   *
   * @param name the variable that is called, for messages; null if it is something else
   * @param field the field that stands in its place: it may be a function without its {@code $};
   *     null if it is something else
   */
  record Procedure(Code code, @Nullable String name, Leaves.@Nullable Variable field) {
    JsonNode run(Evaluation evaluation, JsonNode input, Frame frame, String error, int position) {
      JsonNode procedure = code.run(evaluation, input, frame);
      if (procedure == Values.UNDEFINED
          && field != null
          && isThere(field.value(evaluation, input, frame))) {
        throw new JsonataError(error).in(field.name).at(position);
      }
      return procedure;
    }

    @Nullable String shown() {
      return field == null ? name : field.name;
    }

    private static boolean isThere(JsonNode value) {
      return value instanceof FunctionValue || value.isContainerNode() || Values.isTrue(value);
    }
  }

  /** {@code f(a, b)}. */
  static final class Call extends Code {
    private final Procedure procedure;
    private final Code[] arguments;
    private final int position;

    Call(Procedure procedure, Code[] arguments, int position) {
      this.procedure = procedure;
      this.arguments = arguments;
      this.position = position;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      return call(evaluation, input, frame, null);
    }

    /** Calls with one more argument in front, unless that is null. */
    JsonNode call(Evaluation evaluation, JsonNode input, Frame frame, @Nullable JsonNode first) {
      JsonNode called = procedure.run(evaluation, input, frame, "T1005", position);
      int offset = first == null ? 0 : 1;
      JsonNode[] given = new JsonNode[arguments.length + offset];
      if (first != null) {
        given[0] = first;
      }
      for (int i = 0; i < arguments.length; i++) {
        JsonNode argument = arguments[i].run(evaluation, input, frame);
        given[i + offset] =
            argument instanceof FunctionValue function ? HandedOver.of(function) : argument;
      }
      try {
        return checked(evaluation, function(called).apply(evaluation, given, input, name(called)));
      } catch (JsonataError e) {
        throw e.in(procedure.shown()).at(position);
      }
    }

    private @Nullable String name(JsonNode called) {
      return called instanceof HandedOver ? null : procedure.shown();
    }

    private static JsonNode checked(Evaluation evaluation, JsonNode result) {
      if (result instanceof TextNode) {
        evaluation.budget().size(result.textValue().length());
      } else if (result instanceof ArrayNode array) {
        evaluation.budget().grown(array);
      }
      return result;
    }

    JsonNode procedure(Evaluation evaluation, JsonNode input, Frame frame) {
      return procedure.code().run(evaluation, input, frame);
    }

    JsonNode[] arguments(Evaluation evaluation, JsonNode input, Frame frame) {
      JsonNode[] given = new JsonNode[arguments.length];
      for (int i = 0; i < given.length; i++) {
        given[i] = arguments[i].run(evaluation, input, frame);
      }
      return given;
    }
  }

  static FunctionValue function(JsonNode called) {
    if (called instanceof FunctionValue function) {
      return function;
    }
    throw new JsonataError("T1006");
  }

  /** A call that is the last thing its function does: whoever called that one makes it. */
  static final class TailCall extends Code.Leaf {
    private final Call call;

    TailCall(Call call) {
      this.call = call;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      return new Pending(call, input, frame);
    }
  }

  /** A call that is still to be made. */
  static final class Pending extends FunctionValue {
    private static final long serialVersionUID = 1L;

    private final transient Call call;
    private final JsonNode input;
    private final transient Frame frame;

    Pending(Call call, JsonNode input, Frame frame) {
      this.call = call;
      this.input = input;
      this.frame = frame;
    }

    @Override
    public int arity() {
      return 0;
    }

    /** Makes the call, and those that it ends with. */
    @Override
    JsonNode apply(
        Evaluation evaluation, JsonNode[] none, JsonNode context, @Nullable String calledAs) {
      JsonNode result = this;
      while (result instanceof Pending pending) {
        FunctionValue next =
            function(pending.call.procedure(evaluation, pending.input, pending.frame));
        JsonNode[] arguments = pending.call.arguments(evaluation, pending.input, pending.frame);
        String name = pending.call.name(next);
        result =
            next instanceof Lambda lambda
                ? lambda.once(evaluation, arguments, context, name)
                : next.apply(evaluation, arguments, context, name);
      }
      return result;
    }
  }

  /** {@code f(a, ?)}. */
  static final class Partial extends Code {
    private final Procedure procedure;
    private final @Nullable Code[] arguments;
    private final int position;

    /**
     * @param arguments null for each {@code ?}
     */
    Partial(Procedure procedure, List<@Nullable Code> arguments, int position) {
      this.procedure = procedure;
      this.arguments = arguments.toArray(new Code[0]);
      this.position = position;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      @Nullable JsonNode[] given = new JsonNode[arguments.length];
      for (int i = 0; i < given.length; i++) {
        Code argument = arguments[i];
        given[i] = argument == null ? null : argument.run(evaluation, input, frame);
      }
      JsonNode called = procedure.run(evaluation, input, frame, "T1007", position);
      if (called instanceof Lambda lambda) {
        return lambda.partial(given);
      }
      if (called instanceof FunctionValue function) {
        return new PartialFunction(function, given);
      }
      throw new JsonataError("T1008").in(procedure.shown()).at(position);
    }
  }

  /** {@code value ~> f}, {@code value ~> f(a)}, {@code f ~> g}. */
  static final class Apply extends Code {
    private final Code left;
    private final Code right;
    private final Code chain;
    private final int position;

    /**
     * @param chain what makes one function of two
     */
    Apply(Code left, Code right, Code chain, int position) {
      this.left = left;
      this.right = right;
      this.chain = chain;
      this.position = position;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      JsonNode value = left.run(evaluation, input, frame);
      if (right instanceof Call call) {
        return call.call(evaluation, input, frame, value);
      }
      if (!(right.run(evaluation, input, frame) instanceof FunctionValue function)) {
        throw new JsonataError("T2006").at(position);
      }
      if (value instanceof FunctionValue) {
        FunctionValue chained = function(chain.run(evaluation, Values.UNDEFINED, frame));
        return chained.apply(evaluation, new JsonNode[] {value, function}, NO_CONTEXT, null);
      }
      return Call.checked(
          evaluation, function.apply(evaluation, new JsonNode[] {value}, NO_CONTEXT, null));
    }
  }
}
