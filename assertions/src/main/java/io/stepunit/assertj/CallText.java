package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.history.Call;
import io.stepunit.internal.json.JsonPointers;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in what a call asked or was answered.
 *
 * @param part {@code input}, {@code result}, {@code error} or {@code cause}
 * @param pointer where in it, as a JSON pointer; {@code ""} for all of it
 * @param text what stands there
 */
record CallText(String part, String pointer, String text) {

  /** The first place in a call whose value or name matches. */
  static Optional<CallText> find(Call call, Pattern pattern) {
    return find("input", call.input(), "", pattern)
        .or(() -> call.result().flatMap(json -> find("result", json, "", pattern)))
        .or(() -> call.error().flatMap(text -> find("error", TextNode.valueOf(text), "", pattern)))
        .or(() -> call.cause().flatMap(text -> find("cause", TextNode.valueOf(text), "", pattern)));
  }

  private static Optional<CallText> find(
      String part, JsonNode json, String pointer, Pattern pattern) {
    if (json.isValueNode()) {
      return pattern.matcher(json.asText()).find()
          ? Optional.of(new CallText(part, pointer, json.asText()))
          : Optional.empty();
    }
    if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        Optional<CallText> found = find(part, json.get(i), pointer + "/" + i, pattern);
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }
    return findInObject(part, json, pointer, pattern);
  }

  private static Optional<CallText> findInObject(
      String part, JsonNode json, String pointer, Pattern pattern) {
    Iterator<Map.Entry<String, JsonNode>> members = json.fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      String name = member.getKey();
      String at = JsonPointers.child(pointer, name);
      if (pattern.matcher(name).find()) {
        return Optional.of(new CallText(part, at, name));
      }
      Optional<CallText> found = find(part, member.getValue(), at, pattern);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
