package io.stepunit.mock;

import io.stepunit.TaskReply;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.text.Suggestion;
import io.stepunit.mock.MockConfigCase.MockedState;
import io.stepunit.mock.MockedResponse.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a MockConfigFile.json; collects all of its problems. */
final class MockConfigReader {
  /** {@code 3} or {@code 0-2}; more digits than nine are no number of calls. */
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

  private final String file;
  private final List<String> problems = new ArrayList<>();
  private final List<MockConfigCase> cases = new ArrayList<>();

  MockConfigReader(String file) {
    this.file = file;
  }

  /**
   * The test cases below the root of a file.
   *
   * @throws MockConfigException with all problems, if there are any
   */
  List<MockConfigCase> read(LocatedNode root) {
    if (isObject(root, "A mock configuration")) {
      knowsOnly(root, Set.of("StateMachines", "MockedResponses"));
      Map<String, LocatedNode> written = members(root, "MockedResponses");
      Map<String, Optional<MockedResponse>> responses = new LinkedHashMap<>();
      written.forEach((name, node) -> responses.put(name, response(name, node)));
      members(root, "StateMachines").forEach((name, node) -> machine(name, node, responses));
    }
    if (!problems.isEmpty()) {
      throw MockConfigException.of(file, problems);
    }
    return cases;
  }

  private void machine(
      String machine, LocatedNode node, Map<String, Optional<MockedResponse>> responses) {
    if (!isObject(node, "The machine '" + machine + "'")) {
      return;
    }
    knowsOnly(node, Set.of("TestCases"));
    members(node, "TestCases")
        .forEach(
            (name, testCase) -> {
              if (isObject(testCase, "The test case '" + name + "'")) {
                cases.add(new MockConfigCase(file, machine, name, states(testCase, responses)));
              }
            });
  }

  private Map<String, MockedState> states(
      LocatedNode testCase, Map<String, Optional<MockedResponse>> responses) {
    Map<String, MockedState> states = new LinkedHashMap<>();
    testCase
        .fields()
        .forEach(
            (state, node) -> {
              String name = node.value().asText();
              if (!node.value().isTextual()) {
                problem(node, "expected the name of a mocked response, found " + found(node));
              } else if (!responses.containsKey(name)) {
                problem(
                    node,
                    "there is no mocked response '%s'.%s"
                        .formatted(name, didYouMean(name, responses.keySet())));
              } else {
                responses
                    .get(name)
                    .ifPresent(
                        response -> states.put(state, new MockedState(place(node), response)));
              }
            });
    return states;
  }

  private Optional<MockedResponse> response(String name, LocatedNode node) {
    if (!isObject(node, "The mocked response '" + name + "'")) {
      return Optional.empty();
    }
    int before = problems.size();
    List<Entry> entries = new ArrayList<>();
    node.fields().forEach((range, entry) -> entry(range, entry).ifPresent(entries::add));
    entries.sort(Comparator.comparingInt(Entry::first));
    if (problems.size() == before) {
      checkGaps(name, node, entries);
    }
    return problems.size() == before
        ? Optional.of(new MockedResponse(name, node.location(), List.copyOf(entries)))
        : Optional.empty();
  }

  private void checkGaps(String name, LocatedNode node, List<Entry> entries) {
    int next = 0;
    for (Entry entry : entries) {
      if (entry.first() != next) {
        problem(
            node,
            entry.first() > next
                ? "the mocked response '%s' has no entry for call %s; calls are counted from 0"
                    .formatted(name, next)
                : "the mocked response '%s' has two entries for call %s"
                    .formatted(name, entry.first()));
        return;
      }
      next = entry.last() + 1;
    }
    if (entries.isEmpty()) {
      problem(node, "the mocked response '%s' has no entries; expected \"0\"".formatted(name));
    }
  }

  private Optional<Entry> entry(String range, LocatedNode node) {
    Matcher numbers = RANGE.matcher(range);
    boolean isRange = numbers.matches();
    int first = isRange ? Integer.parseInt(numbers.group(1)) : 0;
    int last = isRange && numbers.group(2) != null ? Integer.parseInt(numbers.group(2)) : first;
    if (!isRange || last < first) {
      problem(
          node,
          "expected the number of a call or a range, \"0\" or \"1-2\", found '" + range + "'");
      return Optional.empty();
    }
    if (!isObject(node, "The entry '" + range + "'")) {
      return Optional.empty();
    }
    knowsOnly(node, Set.of("Return", "Throw"));
    LocatedNode returned = node.fields().get("Return");
    LocatedNode thrown = node.fields().get("Throw");
    if ((returned == null) == (thrown == null)) {
      problem(node, "the entry '%s' needs either Return or Throw".formatted(range));
      return Optional.empty();
    }
    return (returned != null ? Optional.of(TaskReply.succeeds(returned.value())) : failure(thrown))
        .map(reply -> new Entry(first, last, reply));
  }

  private Optional<TaskReply> failure(LocatedNode thrown) {
    if (!isObject(thrown, "Throw")) {
      return Optional.empty();
    }
    knowsOnly(thrown, Set.of("Error", "Cause"));
    Optional<String> error = text(thrown, "Error");
    Optional<String> cause = text(thrown, "Cause");
    return error.isPresent() && cause.isPresent()
        ? Optional.of(TaskReply.fails(error.get(), cause.get()))
        : Optional.empty();
  }

  private Optional<String> text(LocatedNode object, String field) {
    LocatedNode node = object.fields().get(field);
    if (node == null || !node.value().isTextual()) {
      problem(
          node == null ? object : node,
          "expected a string in '%s', found %s"
              .formatted(field, node == null ? "none" : found(node)));
      return Optional.empty();
    }
    return Optional.of(node.value().textValue());
  }

  private Map<String, LocatedNode> members(LocatedNode parent, String field) {
    LocatedNode node = parent.fields().get(field);
    if (node == null) {
      problem(parent, "the field '%s' is missing".formatted(field));
      return Map.of();
    }
    return isObject(node, "'" + field + "'") ? node.fields() : Map.of();
  }

  private boolean isObject(LocatedNode node, String what) {
    if (!node.value().isObject()) {
      problem(node, what + " must be an object, found " + found(node));
    }
    return node.value().isObject();
  }

  private void knowsOnly(LocatedNode node, Set<String> known) {
    node.fields()
        .forEach(
            (name, field) -> {
              if (!known.contains(name)) {
                problem(field, "unknown field '%s'.%s".formatted(name, didYouMean(name, known)));
              }
            });
  }

  private static String didYouMean(String written, Set<String> known) {
    Suggestion suggestion = Suggestion.of(written, known);
    if (suggestion.name().isPresent()) {
      return suggestion.asSentence();
    }
    return known.isEmpty()
        ? " There is none."
        : " Expected one of: " + String.join(", ", known.stream().sorted().toList());
  }

  private static String found(LocatedNode node) {
    String text = Json.text(node.value());
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private void problem(LocatedNode node, String text) {
    problems.add(place(node) + ": " + text);
  }

  /** {@code MockConfigFile.json:12}, with the pointer. */
  private static String place(LocatedNode node) {
    String pointer = node.location().pointer();
    return node.location() + (pointer.isEmpty() ? "" : " (" + pointer + ")");
  }
}
