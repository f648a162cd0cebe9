package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the data of one execution, and cuts what is too long or too deep for a report. */
final class Data {
  /** The longest value that is written as it is, in bytes. */
  static final int LONGEST = 64 * 1024;

  /** The most levels of objects and arrays: readers of JSON have limits, and so have people. */
  static final int DEEPEST = 100;

  /** What all values of an execution may have together before the longer ones are cut. */
  private static final int TOTAL = 4 * 1024 * 1024;

  private static final int LONGEST_BEYOND = 1024;

  private final JsonGenerator json;
  private final List<String> cut = new ArrayList<>();
  private long written;

  Data(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes a member.
   *
   * @param what names it among what was cut
   */
  void value(String member, JsonNode value, String what) throws IOException {
    int size = Json.size(value);
    int longest = longest();
    json.writeFieldName(member);
    if (size > longest) {
      json.writeString(shortened(Json.text(value), size, longest, what));
    } else if (Json.isDeeper(value, DEEPEST)) {
      written += size;
      cut.add("%s has more than %s levels; it is kept as text.".formatted(what, DEEPEST));
      json.writeString(Json.text(value));
    } else {
      written += size;
      json.writeTree(value);
    }
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
    return shortened(text, text.length(), longest, what);
  }

  boolean isTooLong(String text) {
    return text.length() > longest();
  }

  private int longest() {
    return written > TOTAL ? LONGEST_BEYOND : LONGEST;
  }

  private String shortened(String text, int size, int longest, String what) {
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    written += end;
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
