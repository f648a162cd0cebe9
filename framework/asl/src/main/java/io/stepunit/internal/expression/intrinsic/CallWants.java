package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Trees;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Works back from the value that a call has to have to what its arguments have to be. */
final class CallWants {
  private static final String HOLE = "{}";
  private static final int MOST_ITEMS = 1_000;

  private final Scope scope;

  CallWants(Scope scope) {
    this.scope = scope;
  }

  /** What it takes for an argument to be something, at some place within it. */
  Wants of(Argument argument, List<DataPath.Step> inside, Want.Value value) {
    if (argument instanceof Argument.AtPath path) {
      return Wants.of(new Want(path.path().place(inside), value));
    }
    JsonNode now = value(argument).orElseGet(Json.NODES::objectNode);
    if (Trees.fits(Trees.find(now, inside), value)) {
      return Wants.FULFILLED;
    }
    return argument instanceof Argument.Call call
        ? value
            .sample()
            .map(sample -> call(call, Trees.with(now, inside, sample)))
            .orElse(Wants.IMPOSSIBLE)
        : Wants.IMPOSSIBLE;
  }

  /** What it takes for a call not to fail, whatever its value is then. */
  Wants toSucceed(Argument argument) {
    if (!(argument instanceof Argument.Call call) || value(call).isPresent()) {
      return Wants.FULFILLED;
    }
    Wants inner =
        call.arguments().stream().map(this::toSucceed).reduce(Wants.FULFILLED, Wants::and);
    return inner.equals(Wants.FULFILLED) ? fitting(call) : inner;
  }

  /** What functions need that the kinds of their arguments do not tell. */
  private Wants fitting(Argument.Call call) {
    List<Argument> arguments = call.arguments();
    return switch (call.function().name()) {
      case "States.MathRandom" -> numbers(arguments, 1, 10);
      case "States.ArrayRange" -> numbers(arguments, 1, 3, 1);
      case "States.ArrayGetItem" ->
          value(arguments.get(1))
              .map(index -> ofLength(arguments.get(0), index.asInt() + 1))
              .orElseGet(CallWants::none);
      case "States.ArrayPartition" -> is(arguments.get(1), Json.NODES.numberNode(1));
      default -> none();
    };
  }

  private Wants numbers(List<Argument> arguments, int... numbers) {
    Wants all = Wants.FULFILLED;
    for (int i = 0; i < Math.min(arguments.size(), numbers.length); i++) {
      if (!(arguments.get(i) instanceof Argument.Literal)) {
        all = all.and(is(arguments.get(i), Json.NODES.numberNode(numbers[i])));
      }
    }
    return all;
  }

  private Wants is(Argument argument, JsonNode value) {
    return of(argument, List.of(), new Want.Value.Is(value));
  }

  private Optional<JsonNode> value(Argument argument) {
    try {
      return Optional.of(argument.evaluate(scope));
    } catch (CallFailure | EvaluationException e) {
      return Optional.empty();
    }
  }

  private Wants call(Argument.Call call, JsonNode wanted) {
    List<Argument> arguments = call.arguments();
    if (arguments.isEmpty()) {
      return Wants.IMPOSSIBLE;
    }
    Argument first = arguments.get(0);
    return switch (call.function().name()) {
      case "States.StringToJson" -> is(first, text(Json.text(wanted)));
      case "States.JsonToString" -> parsed(first, wanted);
      case "States.ArrayLength" -> wanted.isInt() ? ofLength(first, wanted.intValue()) : none();
      case "States.ArrayContains" -> contains(first, arguments.get(1), wanted);
      case "States.ArrayGetItem" -> item(first, arguments.get(1), wanted);
      case "States.ArrayUnique" -> is(first, wanted);
      case "States.ArrayPartition" -> partitioned(first, wanted);
      case "States.Array" -> items(arguments, wanted);
      case "States.MathAdd" -> sum(first, arguments.get(1), wanted);
      case "States.Format" -> format(arguments, wanted);
      case "States.StringSplit" -> split(first, arguments.get(1), wanted);
      case "States.Base64Encode" -> decoded(first, wanted);
      case "States.Base64Decode" -> is(first, text(encoded(wanted.asText())));
      default -> none();
    };
  }

  private static Wants none() {
    return Wants.IMPOSSIBLE;
  }

  private static JsonNode text(String text) {
    return Json.NODES.textNode(text);
  }

  private Wants parsed(Argument argument, JsonNode wanted) {
    try {
      return is(argument, Json.parse(wanted.asText()));
    } catch (JsonTextException e) {
      return containing(argument, wanted.asText());
    }
  }

  /** A text that is no JSON may be looked for in what is: as a value, or as a name. */
  private Wants containing(Argument argument, String part) {
    JsonNode named = Json.NODES.objectNode().set(part, Json.NODES.objectNode());
    return is(argument, named)
        .or(is(argument, Json.NODES.objectNode().put("text", part)))
        .or(is(argument, text(part)));
  }

  private Wants ofLength(Argument argument, int length) {
    JsonNode item =
        value(argument).map(array -> array.get(0)).orElseGet(() -> Json.NODES.objectNode());
    ArrayNode items = Json.NODES.arrayNode();
    for (int i = 0; i < Math.min(length, MOST_ITEMS); i++) {
      items.add(item);
    }
    return is(argument, items);
  }

  private Wants contains(Argument array, Argument item, JsonNode wanted) {
    ArrayNode items = Json.NODES.arrayNode();
    if (wanted.asBoolean()) {
      value(item).ifPresent(items::add);
    }
    return is(array, items);
  }

  private Wants item(Argument array, Argument index, JsonNode wanted) {
    int at = value(index).map(JsonNode::asInt).orElse(0);
    return of(array, List.of(new DataPath.Step.Item(at)), new Want.Value.Is(wanted));
  }

  private Wants partitioned(Argument array, JsonNode wanted) {
    ArrayNode items = Json.NODES.arrayNode();
    wanted.forEach(chunk -> chunk.forEach(items::add));
    return is(array, items);
  }

  private Wants items(List<Argument> arguments, JsonNode wanted) {
    Wants all = wanted.size() == arguments.size() ? Wants.FULFILLED : none();
    for (int i = 0; i < arguments.size() && i < wanted.size(); i++) {
      all = all.and(is(arguments.get(i), wanted.get(i)));
    }
    return all;
  }

  private Wants sum(Argument one, Argument other, JsonNode wanted) {
    return wanted.isNumber()
        ? difference(one, other, wanted.decimalValue())
            .or(difference(other, one, wanted.decimalValue()))
        : none();
  }

  private Wants difference(Argument argument, Argument other, BigDecimal sum) {
    return value(other)
        .filter(JsonNode::isNumber)
        .map(number -> sum.subtract(number.decimalValue()))
        .map(rest -> is(argument, Json.NODES.numberNode(rest)))
        .orElseGet(CallWants::none);
  }

  /** The only argument takes what is not written. */
  private Wants format(List<Argument> arguments, JsonNode wanted) {
    if (arguments.size() != 2 || !(arguments.get(0) instanceof Argument.Literal pattern)) {
      return none();
    }
    String written = pattern.value().asText();
    int hole = written.indexOf(HOLE);
    String text = wanted.asText();
    String after = hole < 0 ? "" : written.substring(hole + HOLE.length());
    boolean fits =
        hole >= 0
            && text.startsWith(written.substring(0, hole))
            && text.endsWith(after)
            && text.length() >= hole + after.length();
    return fits
        ? is(arguments.get(1), text(text.substring(hole, text.length() - after.length())))
        : none();
  }

  private Wants split(Argument joined, Argument separator, JsonNode wanted) {
    List<String> parts = new ArrayList<>();
    StreamSupport.stream(wanted.spliterator(), false).map(JsonNode::asText).forEach(parts::add);
    return value(separator)
        .filter(JsonNode::isTextual)
        .map(between -> is(joined, text(String.join(between.textValue(), parts))))
        .orElseGet(CallWants::none);
  }

  private Wants decoded(Argument argument, JsonNode wanted) {
    try {
      byte[] bytes = Base64.getDecoder().decode(wanted.asText());
      return is(argument, text(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return none();
    }
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
