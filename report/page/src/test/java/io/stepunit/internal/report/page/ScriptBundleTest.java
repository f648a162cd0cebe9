package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptBundleTest {

  @Test
  void puts_each_module_after_those_it_imports() {
    PageSources sources =
        sources(
            Map.of(
                "app.js",
                    "import { a } from \"./one.js\";\nimport * as two from \"./two.js\";\na(two.b);\n",
                "one.js", "import { b } from \"./two.js\";\nexport function a() {}\n",
                "two.js", "export const b = 1;\n"));

    ScriptBundle bundle = ScriptBundle.startingAt("app", sources);

    assertThat(bundle.modules()).containsExactly("two", "one", "app");
    assertThat(bundle.text())
        .isEqualTo(
            """
            "use strict";
            const module_two = (() => {
            const b = 1;
            return {b};
            })();
            const module_one = (() => {
            const {b} = module_two;
            function a() {}
            return {a};
            })();
            const module_app = (() => {
            const {a} = module_one;
            const two = module_two;
            a(two.b);
            return {};
            })();
            """);
  }

  @Test
  void renames_what_is_imported_under_another_name() {
    PageSources sources =
        sources(
            Map.of(
                "app.js", "import { a as b, c } from \"./one.js\";\n",
                "one.js", "export function a() {}\nexport class c {}\n"));

    assertThat(ScriptBundle.startingAt("app", sources).text())
        .contains("const {a: b, c} = module_one;");
  }

  @Test
  void data_is_a_module_too() {
    PageSources sources =
        sources(
            Map.of(
                "app.js", "import DATA from \"./one.json\" with { type: \"json\" };\nDATA.a;\n",
                "one.json", "{\"a\": 1}\n"));

    ScriptBundle bundle = ScriptBundle.startingAt("app", sources);

    assertThat(bundle.modules()).containsExactly("one.json", "app");
    assertThat(bundle.text())
        .isEqualTo(
            """
            "use strict";
            const module_one_json = (() => {
            const data = {"a": 1};
            return {data};
            })();
            const module_app = (() => {
            const {data: DATA} = module_one_json;
            DATA.a;
            return {};
            })();
            """);
  }

  @Test
  void refuses_modules_that_import_each_other() {
    PageSources sources =
        sources(
            Map.of(
                "app.js", "import { a } from \"./one.js\";\n",
                "one.js", "import { b } from \"./app.js\";\n"));

    assertThatThrownBy(() -> ScriptBundle.startingAt("app", sources))
        .hasMessageContaining("app -> one -> app");
  }

  @Test
  void refuses_imports_and_exports_that_it_would_leave_as_they_are() {
    PageSources sources = sources(Map.of("app.js", "export default function () {}\n"));

    assertThatThrownBy(() -> ScriptBundle.startingAt("app", sources))
        .hasMessageContaining("app.js has: export default function");
  }

  @Test
  void names_the_module_that_is_missing() {
    PageSources sources = sources(Map.of("app.js", "import { a } from \"./one.js\";\n"));

    assertThatThrownBy(() -> ScriptBundle.startingAt("app", sources))
        .hasMessageContaining("one.js");
  }

  private static PageSources sources(Map<String, String> files) {
    return file -> Optional.ofNullable(files.get(file));
  }
}
