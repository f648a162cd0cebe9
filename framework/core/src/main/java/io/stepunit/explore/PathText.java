package io.stepunit.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names on the way that a path goes, of JSONPath or JSONata, read loosely: enough to make data
 * that the path finds something in.
 *
 * @param names the fields' names, outermost first
 * @param lists for each name, whether its value is an array; the first is that of the root
 * @param filters the paths within filters, each below the names so far
 */
record PathText(List<String> names, List<Boolean> lists, List<String> filters) {
  private static final Pattern STEP =
      Pattern.compile(
          "\\.\\.?\\s*([A-Za-z_][\\w-]*)|\\[\\s*['\"]([^'\"]+)['\"]\\s*]|\\.`([^`]+)`|\\.\"([^\"]+)\"|(\\[[^\\]]*\\]?)|\\.\\*");

  private static final Pattern FILTER_PATH = Pattern.compile("@((?:\\.[A-Za-z_][\\w-]*)+)");

  /** Where a path may begin that leads into the state's data all the same. */
  private static final List<List<String>> DATA =
      List.of(
          List.of("states", "context", "Execution", "Input"),
          List.of("states", "context", "Map", "Item", "Value"),
          List.of("Map", "Item", "Value"),
          List.of("Execution", "Input"),
          List.of("states", "input"),
          List.of("states", "result"));

  private static final Set<String> CONTEXT =
      Set.of("Execution", "State", "StateMachine", "Task", "Map");

  static PathText of(String text) {
    List<String> names = new ArrayList<>();
    List<Boolean> lists = new ArrayList<>(List.of(false));
    List<String> filters = new ArrayList<>();
    boolean context = text.startsWith("$$");
    Matcher variable = Pattern.compile("^\\$([A-Za-z_]\\w*)").matcher(text);
    boolean named = variable.find();
    if (named) {
      names.add(variable.group(1));
      lists.add(false);
    }
    Matcher step = STEP.matcher(text);
    while (step.find()) {
      String name = firstGroup(step);
      if (name != null) {
        names.add(name);
        lists.add(false);
      } else {
        lists.set(lists.size() - 1, true);
        filters(step.group(), names, filters);
      }
    }
    return new PathText(names, lists, filters).inData(context, named);
  }

  private static @Nullable String firstGroup(Matcher step) {
    for (int group = 1; group <= 4; group++) {
      if (step.group(group) != null) {
        return step.group(group);
      }
    }
    return null;
  }

  private static void filters(String step, List<String> names, List<String> filters) {
    Matcher inner = FILTER_PATH.matcher(step);
    while (inner.find()) {
      filters.add("$" + (names.isEmpty() ? "" : "." + String.join(".", names)) + inner.group(1));
    }
  }

  /**
   * The path from the state's data: neither the context object is part of it, nor a variable's
   * name; a variable alone counts as a field of its name, whose source may be known.
   */
  private PathText inData(boolean context, boolean named) {
    for (List<String> prefix : DATA) {
      if ((context || named)
          && names.size() >= prefix.size()
          && names.subList(0, prefix.size()).equals(prefix)) {
        return without(prefix.size());
      }
    }
    if (context && !names.isEmpty() && CONTEXT.contains(names.get(0))
        || named && names.get(0).equals("states")) {
      return new PathText(List.of(), List.of(false), List.of());
    }
    return named && names.size() > 1 ? without(1) : this;
  }

  /** The path to a field of the value. */
  PathText child(String name) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    List<Boolean> more = new ArrayList<>(lists);
    more.add(false);
    return new PathText(longer, more, filters);
  }

  private PathText without(int leading) {
    return new PathText(
        names.subList(leading, names.size()), lists.subList(leading, lists.size()), filters);
  }

  /** The path from its n-th name on: results are found at any depth. */
  PathText from(int name) {
    return new PathText(
        names.subList(name, names.size()), lists.subList(name, lists.size()), List.of());
  }
}
