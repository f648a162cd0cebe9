package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonPointers;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Whether JSON is a part of other JSON: an object may have more members than are asked for, at any
 * depth; an array has as many items as are asked for, in their order.
 */
final class JsonSubset {
  private static final int SHOWN_CHARACTERS = 60;

  private JsonSubset() {}

  /** Whether all of the part is there. */
  static boolean isIn(JsonNode part, JsonNode whole) {
    if (part.isObject() && whole.isObject()) {
      return areMembersIn(part, whole);
    }
    if (part.isArray() && whole.isArray()) {
      return areItemsIn(part, whole);
    }
    return Json.sameValue(part, whole);
  }

  private static boolean areMembersIn(JsonNode part, JsonNode whole) {
    Iterator<Map.Entry<String, JsonNode>> members = part.fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      JsonNode found = whole.get(member.getKey());
      if (found == null || !isIn(member.getValue(), found)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areItemsIn(JsonNode part, JsonNode whole) {
    if (part.size() != whole.size()) {
      return false;
    }
    for (int i = 0; i < part.size(); i++) {
      if (!isIn(part.get(i), whole.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The first place at which the part is not there, to follow a subject; empty if all is there. */
  static Optional<String> firstMiss(JsonNode part, JsonNode whole) {
    return miss(part, whole, "");
  }

  /** JSON in one line, cut where it is long. */
  static String shortened(JsonNode json) {
    String text = Json.text(json);
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
  }

  private static Optional<String> miss(JsonNode part, JsonNode whole, String pointer) {
    if (part.isObject() && whole.isObject()) {
      return missInObject(part, whole, pointer);
    }
    if (part.isArray() && whole.isArray()) {
      return missInArray(part, whole, pointer);
    }
    return Json.sameValue(part, whole)
        ? Optional.empty()
        : Optional.of(
            "has %s at %s, not %s".formatted(shortened(whole), place(pointer), shortened(part)));
  }

  private static Optional<String> missInObject(JsonNode part, JsonNode whole, String pointer) {
    Iterator<Map.Entry<String, JsonNode>> members = part.fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      String at = JsonPointers.child(pointer, member.getKey());
      JsonNode found = whole.get(member.getKey());
      Optional<String> miss =
          found == null
              ? Optional.of("has no %s, expected %s".formatted(at, shortened(member.getValue())))
              : miss(member.getValue(), found, at);
      if (miss.isPresent()) {
        return miss;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> missInArray(JsonNode part, JsonNode whole, String pointer) {
    if (part.size() != whole.size()) {
      return Optional.of(
          "has %s items at %s, not %s".formatted(whole.size(), place(pointer), part.size()));
    }
    for (int i = 0; i < part.size(); i++) {
      Optional<String> miss = miss(part.get(i), whole.get(i), pointer + "/" + i);
      if (miss.isPresent()) {
        return miss;
      }
    }
    return Optional.empty();
  }

  private static String place(String pointer) {
    return pointer.isEmpty() ? "its root" : pointer;
  }
}
