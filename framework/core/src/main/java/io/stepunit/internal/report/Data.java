package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The data of one execution. A value goes from state to state, so its record has each value once,
 * as text, and numbers in all places where it stands. What is too long or too deep for a report is
 * cut.
 */
final class Data {
  /** The longest value that is written as it is, in bytes. */
  static final int LONGEST = 64 * 1024;

  /** The most levels of objects and arrays: readers of JSON have limits, and so have people. */
  static final int DEEPEST = 100;

  /** What all values of an execution may have together before the longer ones are cut. */
  private static final int TOTAL = 4 * 1024 * 1024;

  private static final int LONGEST_BEYOND = 1024;

  private final JsonGenerator json;
  private final Map<JsonNode, Integer> known = new IdentityHashMap<>();
  private final Map<Value, Integer> numbers = new HashMap<>();
  private final List<Value> values = new ArrayList<>();
  private final List<String> cut = new ArrayList<>();
  private long written;

  /**
   * A value.
   *
   * @param isJson whether the text is the value's JSON; otherwise it is not to be read as that
   */
  private record Value(String text, boolean isJson) {}

  Data(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes a member: the number of a value.
   *
   * @param what names it among what was cut
   */
  void value(String member, JsonNode value, String what) throws IOException {
    json.writeNumberField(member, number(value, what));
  }

  /**
   * The number of a value, 0-based.
   *
   * @param what names it among what was cut
   */
  int number(JsonNode value, String what) {
    Integer before = known.get(value);
    if (before != null) {
      return before;
    }
    int number =
        numbers.computeIfAbsent(
            kept(value, what),
            kept -> {
              written += kept.text().length();
              values.add(kept);
              return values.size() - 1;
            });
    known.put(value, number);
    return number;
  }

  private Value kept(JsonNode value, String what) {
    String text = EncodableTexts.json(value);
    int longest = longest();
    // A character has at most three bytes.
    int size = text.length() > longest / 3 ? Json.size(value) : text.length();
    if (size > longest) {
      return new Value(shortened(text, size, longest, what), false);
    }
    if (Json.isDeeper(value, DEEPEST)) {
      cut.add("%s has more than %s levels; it is kept as text.".formatted(what, DEEPEST));
      return new Value(text, false);
    }
    return new Value(text, true);
  }

  /** Whether a value is there as it was. */
  boolean isWhole(int number) {
    return values.get(number).isJson();
  }

  /** Writes all values by their numbers: a JSON text, or an object with a text that is not read. */
  void writeValues() throws IOException {
    json.writeArrayFieldStart("values");
    for (Value value : values) {
      if (value.isJson()) {
        json.writeString(value.text());
      } else {
        json.writeStartObject();
        json.writeStringField("text", value.text());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  /**
   * A text, or its beginning.
   *
   * @param what names it among what was cut
   */
  String text(String text, String what) {
    int longest = longest();
    if (text.length() <= longest) {
      written += text.length();
      return text;
    }
    String beginning = shortened(text, text.length(), longest, what);
    written += beginning.length();
    return beginning;
  }

  boolean isTooLong(String text) {
    return text.length() > longest();
  }

  private int longest() {
    return written > TOTAL ? LONGEST_BEYOND : LONGEST;
  }

  private String shortened(String text, int size, int longest, String what) {
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    cut.add(
        "%s has %s bytes; its first %s characters are kept as text.".formatted(what, size, end));
    return text.substring(0, end);
  }

  /** Notes that something else was left out. */
  void leftOut(String what) {
    cut.add(what);
  }

  List<String> cut() {
    return cut;
  }
}
