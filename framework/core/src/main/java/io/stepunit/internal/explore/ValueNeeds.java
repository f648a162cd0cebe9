package io.stepunit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a definition reads of one value: its fields, what it uses the value as, and the values that
 * make a difference to it.
 */
final class ValueNeeds {
  /** More make no better tests, but more of them. */
  private static final int CANDIDATES = 24;

  /** Fields of fields are rarely decisive. */
  private static final int SOURCE_DEPTH = 2;

  private final Map<String, ValueNeeds> fields = new TreeMap<>();
  private final List<JsonNode> candidates = new ArrayList<>();
  private ValueKind kind = ValueKind.ANY;
  private boolean list;
  private boolean certainList;
  private boolean certainObject;
  private boolean mayBeMissing;

  ValueNeeds field(String name) {
    return fields.computeIfAbsent(name, unused -> new ValueNeeds());
  }

  Map<String, ValueNeeds> fields() {
    return fields;
  }

  /** Takes note of a reader of the value. */
  void readAs(Read read) {
    usedAs(read.kind());
    read.deciding().forEach(this::mayBe);
    mayBeMissing |= read.optional();
  }

  void usedAs(ValueKind use) {
    if (use == ValueKind.ARRAY) {
      list = true;
    } else if (kind == ValueKind.ANY) {
      kind = use;
    }
  }

  ValueKind kind() {
    return kind;
  }

  /** A path that begins at the data's root says that this is an array. */
  void certainlyList() {
    list = true;
    certainList = true;
  }

  /** A path that begins at the data's root leads through a field of this. */
  void certainlyObject() {
    certainObject = true;
  }

  boolean isList() {
    return certainList || list && !certainObject && !isScalar();
  }

  /** Whether it is used as a value without parts, which no path from the root speaks against. */
  boolean isScalar() {
    boolean scalar =
        switch (kind) {
          case TEXT, NUMBER, BOOLEAN, TIMESTAMP, JSON_TEXT -> true;
          case ANY, ARRAY, OBJECT -> false;
        };
    return scalar && !certainList && !certainObject;
  }

  /** What makes a difference to the other, which is made of this, makes one to this. */
  void isSourceOf(ValueNeeds other) {
    isSourceOf(other, SOURCE_DEPTH);
  }

  private void isSourceOf(ValueNeeds other, int depth) {
    List.copyOf(other.candidates).forEach(this::mayBe);
    if (other.kind != ValueKind.OBJECT) {
      usedAs(other.kind);
    }
    if (other.isList()) {
      usedAs(ValueKind.ARRAY);
    }
    mayBeMissing |= other.mayBeMissing;
    if (depth > 0) {
      // The other may be around this one.
      new TreeMap<>(other.fields)
          .forEach((name, field) -> field(name).isSourceOf(field, depth - 1));
    }
  }

  private void mayBe(JsonNode value) {
    if (!candidates.contains(value) && candidates.size() < CANDIDATES) {
      candidates.add(value);
    }
  }

  /** The values that make a difference. */
  List<JsonNode> candidates() {
    return candidates;
  }

  boolean canBeMissing() {
    return mayBeMissing;
  }

  /** How many ways there are to make it: one for each value, and to leave it out. */
  int choices() {
    return mayBeMissing ? Math.max(candidates.size(), 1) + 1 : candidates.size();
  }

  /** How many variations this value and those below it have at most. */
  int variations() {
    return Math.max(
        choices(), fields.values().stream().mapToInt(ValueNeeds::variations).max().orElse(0));
  }
}
