package io.stepunit.internal.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The page's modules as one script, each after those that it imports. An inline script cannot
 * import: the page has no address that an import could be relative to.
 */
final class ScriptBundle {
  private final PageSources sources;
  private final Map<String, ScriptModule> joined = new LinkedHashMap<>();
  private final Set<String> path = new LinkedHashSet<>();

  private ScriptBundle(PageSources sources) {
    this.sources = sources;
  }

  /**
   * Joins a module and all that it needs.
   *
   * @param main the name of the module that starts the page
   * @throws IllegalArgumentException if a module is missing, or modules import each other in a
   *     circle
   */
  static ScriptBundle startingAt(String main, PageSources sources) {
    ScriptBundle bundle = new ScriptBundle(sources);
    bundle.join(main);
    return bundle;
  }

  private void join(String name) {
    if (joined.containsKey(name)) {
      return;
    }
    if (!path.add(name)) {
      List<String> circle = new ArrayList<>(path);
      circle.add(name);
      throw new IllegalArgumentException(
          "Expected modules without a circle, but was " + String.join(" -> ", circle));
    }
    ScriptModule module =
        name.endsWith(".json")
            ? ScriptModule.data(name, sources.get(name))
            : ScriptModule.read(name, sources.get(name + ".js"));
    module.imports().forEach(one -> join(one.module()));
    path.remove(name);
    joined.put(name, module);
  }

  /** The names of the modules in the order of the script. */
  List<String> modules() {
    return List.copyOf(joined.keySet());
  }

  /** The script. */
  String text() {
    return joined.values().stream()
        .map(ScriptModule::asStatement)
        .collect(Collectors.joining("", "\"use strict\";\n", ""));
  }
}
