package io.stepunit.internal.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;

/** Runs what a module of the page exports, without the page around it. */
final class Modules {
  private Modules() {}

  /**
   * The value of an expression.
   *
   * @param module its name; its exports are names in the expression
   */
  static JsonNode evaluate(Pages pages, String module, String expression) {
    OpenPage page = pages.open(Fixtures.empty(), "#/");
    String script =
        ScriptBundle.startingAt(module, PageSources.ofThisJar()).text()
            + "const exported = module_"
            + module
            + ";\nreturn JSON.stringify(new Function(...Object.keys(exported), 'return ' +"
            + " arguments[0])(...Object.values(exported)));";
    return Json.parseData((String) page.run(script, expression));
  }
}
