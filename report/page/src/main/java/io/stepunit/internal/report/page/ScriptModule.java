package io.stepunit.internal.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A JavaScript module of the page, in the part of the language that our own modules use: imports of
 * other files by name at its top, and exports of what is declared. A file of JSON is one too.
 *
 * @param name the file's name without its ending; that of JSON with it
 * @param imports what it imports, in their order
 * @param exports the names that it exports
 * @param body the text without imports, and without the word before what it gives to others
 */
record ScriptModule(String name, List<Import> imports, List<String> exports, String body) {
  private static final Pattern IMPORT =
      Pattern.compile(
          "import\\s+(?:(?:\\*\\s+as\\s+(?<all>\\w+)|\\{(?<some>[^}]*)})\\s+from\\s+\"\\./(?<module>\\w+)\\.js\""
              + "|(?<data>\\w+)\\s+from\\s+\"\\./(?<file>\\w+\\.json)\"\\s+with\\s+\\{ type: \"json\" });\\n");
  private static final Pattern EXPORT =
      Pattern.compile(
          "export\\s+(?<declaration>(?:async\\s+)?(?:function\\*?|class|const)\\s+(?<name>\\w+))");
  private static final Pattern KEYWORD = Pattern.compile("(?:import|export)\\b");

  /** What the module of a file of JSON exports. */
  private static final String DATA = "data";

  /**
   * One import.
   *
   * @param module the name of the imported module
   * @param binding what the importing module binds: a name, or a pattern of names
   */
  record Import(String module, String binding) {}

  /** The module that a file of JSON is. */
  static ScriptModule data(String name, String json) {
    return new ScriptModule(
        name, List.of(), List.of(DATA), "const " + DATA + " = " + json.strip() + ";\n");
  }

  /**
   * Reads a module.
   *
   * @throws IllegalArgumentException if it has an import or export of another form
   */
  static ScriptModule read(String name, String text) {
    List<Import> imports = new ArrayList<>();
    List<String> exports = new ArrayList<>();
    StringBuilder body = new StringBuilder(text.length());
    Matcher importing = IMPORT.matcher(text);
    Matcher exporting = EXPORT.matcher(text);
    int done = 0;
    for (int at = nextKeyword(text, 0); at >= 0; at = nextKeyword(text, done)) {
      body.append(text, done, at);
      if (importing.region(at, text.length()).lookingAt()) {
        imports.add(imported(importing));
        done = importing.end();
      } else if (exporting.region(at, text.length()).lookingAt()) {
        exports.add(exporting.group("name"));
        body.append(exporting.group("declaration"));
        done = exporting.end();
      } else {
        throw new IllegalArgumentException(
            "Expected import {…} or * from \"./….js\", or data from \"./….json\", at the top of a"
                + " module, or export before a function, class or const, but "
                + name
                + ".js has: "
                + text.substring(at).lines().findFirst().orElse(""));
      }
    }
    body.append(text, done, text.length());
    return new ScriptModule(name, List.copyOf(imports), List.copyOf(exports), body.toString());
  }

  /** The next line that begins with {@code import} or {@code export}; -1 if there is none. */
  private static int nextKeyword(String text, int from) {
    int at = from;
    while (at >= 0 && !KEYWORD.matcher(text).region(at, text.length()).lookingAt()) {
      int importing = text.indexOf("\nimport", at);
      int exporting = text.indexOf("\nexport", at);
      int next = importing < 0 || exporting >= 0 && exporting < importing ? exporting : importing;
      at = next < 0 ? -1 : next + 1;
    }
    return at;
  }

  private static Import imported(Matcher importing) {
    String data = importing.group("data");
    return data == null
        ? new Import(importing.group("module"), binding(importing))
        : new Import(importing.group("file"), "{" + DATA + ": " + data + "}");
  }

  private static String binding(Matcher importing) {
    String all = importing.group("all");
    return all != null
        ? all
        : "{"
            + importing.group("some").strip().replaceAll("(\\w+)\\s+as\\s+(\\w+)", "$1: $2")
            + "}";
  }

  /**
   * The module as an expression of a script: a function's result, so that its names are its own.
   */
  String asStatement() {
    String bindings =
        imports.stream()
            .map(one -> "const " + one.binding() + " = " + variable(one.module()) + ";\n")
            .collect(Collectors.joining());
    return "const "
        + variable(name)
        + " = (() => {\n"
        + bindings
        + body
        + "return {"
        + String.join(", ", exports)
        + "};\n})();\n";
  }

  private static String variable(String module) {
    return "module_" + module.replace('.', '_');
  }
}
