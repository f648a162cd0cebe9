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
          "^import\\s+(?:(?:\\*\\s+as\\s+(?<all>\\w+)|\\{(?<some>[^}]*)})\\s+from\\s+\"\\./(?<module>\\w+)\\.js\""
              + "|(?<data>\\w+)\\s+from\\s+\"\\./(?<file>\\w+\\.json)\"\\s+with\\s+\\{ type: \"json\" });\\n",
          Pattern.MULTILINE);
  private static final Pattern EXPORT =
      Pattern.compile(
          "^export\\s+(?<declaration>(?:async\\s+)?(?:function\\*?|class|const)\\s+(?<name>\\w+))",
          Pattern.MULTILINE);
  private static final Pattern LEFT_OVER =
      Pattern.compile("^(?:import|export)\\b.*$", Pattern.MULTILINE);

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
    Matcher importing = IMPORT.matcher(text);
    while (importing.find()) {
      imports.add(imported(importing));
    }
    List<String> exports = new ArrayList<>();
    Matcher exporting = EXPORT.matcher(importing.replaceAll(""));
    String body =
        exporting.replaceAll(
            match -> {
              exports.add(match.group(2));
              return Matcher.quoteReplacement(match.group(1));
            });
    Matcher leftOver = LEFT_OVER.matcher(body);
    if (leftOver.find()) {
      throw new IllegalArgumentException(
          "Expected import {…} or * from \"./….js\", or data from \"./….json\", at the top of a"
              + " module, or export before a function, class or const, but "
              + name
              + ".js has: "
              + leftOver.group());
    }
    return new ScriptModule(name, List.copyOf(imports), List.copyOf(exports), body);
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
