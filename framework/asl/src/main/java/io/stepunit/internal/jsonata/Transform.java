package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code | pattern | update, delete |}: a function that changes a copy of what it is given. */
final class Transform extends Code.Leaf {
  private static final Signature SIGNATURE = Signature.of("<(oa):o>");

  private final Code pattern;
  private final Code update;
  private final @Nullable Code delete;
  private final Code copier;
  private final int position;

  /**
   * @param copier the function in sight that is named {@code $clone}
   */
  Transform(Code pattern, Code update, @Nullable Code delete, Code copier, int position) {
    this.pattern = pattern;
    this.update = update;
    this.delete = delete;
    this.copier = copier;
    this.position = position;
  }

  @Override
  JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
    return new Transformer(this, frame);
  }

  private static final class Transformer extends FunctionValue {
    private static final long serialVersionUID = 1L;

    private final transient Transform transform;
    private final transient Frame frame;

    Transformer(Transform transform, Frame frame) {
      this.transform = transform;
      this.frame = frame;
    }

    @Override
    public int arity() {
      return 1;
    }

    @Override
    JsonNode apply(
        Evaluation evaluation, JsonNode[] arguments, JsonNode context, @Nullable String calledAs) {
      JsonNode[] checked;
      try {
        checked = SIGNATURE.arguments(arguments, context);
      } catch (JsonataError e) {
        throw e.in(calledAs);
      }
      return checked[0] == Values.UNDEFINED
          ? Values.UNDEFINED
          : transform.changed(evaluation, checked[0], frame);
    }
  }

  private JsonNode changed(Evaluation evaluation, JsonNode value, Frame frame) {
    JsonNode copy = copy(evaluation, value, frame);
    JsonNode matches = pattern.run(evaluation, copy, frame);
    if (matches instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        change(evaluation, array.get(i), frame);
      }
    } else if (matches != Values.UNDEFINED) {
      change(evaluation, matches, frame);
    }
    return copy;
  }

  private JsonNode copy(Evaluation evaluation, JsonNode value, Frame frame) {
    if (!(copier.run(evaluation, value, frame) instanceof FunctionValue function)) {
      throw new JsonataError("T2013").at(position);
    }
    return function.apply(evaluation, new JsonNode[] {value}, Values.NULL, null);
  }

  private void change(Evaluation evaluation, JsonNode match, Frame frame) {
    JsonNode changes = update.run(evaluation, match, frame);
    if (changes != Values.UNDEFINED) {
      if (!changes.isObject()) {
        throw new JsonataError("T2011").with("value", changes).at(position);
      }
      merge(match, changes);
    }
    JsonNode names = delete == null ? Values.UNDEFINED : delete.run(evaluation, match, frame);
    if (names == Values.UNDEFINED) {
      return;
    }
    ArrayNode list = names instanceof ArrayNode array ? array : Sequence.of(names);
    for (JsonNode name : list) {
      if (!name.isTextual()) {
        throw new JsonataError("T2012").with("value", names).at(position);
      }
    }
    if (match instanceof ObjectNode object) {
      list.forEach(name -> object.remove(name.textValue()));
    }
  }

  /** In JavaScript an array takes members that nobody sees, and a value that is none takes none. */
  private static void merge(JsonNode match, JsonNode changes) {
    if (match instanceof ObjectNode object) {
      Iterator<Map.Entry<String, JsonNode>> members = changes.fields();
      while (members.hasNext()) {
        Map.Entry<String, JsonNode> member = members.next();
        object.set(member.getKey(), member.getValue());
      }
    } else if (!match.isArray() && !changes.isEmpty()) {
      throw new UncodedFailure("a transform cannot give members to what is no object");
    }
  }
}
