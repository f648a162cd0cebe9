package io.stepunit.internal.load;

import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.internal.load.template.ParseNotes;
import io.stepunit.internal.load.template.Positions;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** The formats that a definition can be written in. */
enum TextFormat {
  JSON {
    @Override
    LocatedNode parse(
        String file, String text, Diagnostics diagnostics, Positions positions, ParseNotes notes) {
      return JsonSource.parse(file, text, diagnostics, positions, notes);
    }
  },
  YAML {
    @Override
    LocatedNode parse(
        String file, String text, Diagnostics diagnostics, Positions positions, ParseNotes notes) {
      return YamlSource.parse(file, text, diagnostics, positions, notes);
    }
  },
  /** JSON is nearly a part of YAML, but not quite: JSON may be indented with tabs. */
  JSON_IN_YAML {
    @Override
    LocatedNode parse(
        String file, String text, Diagnostics diagnostics, Positions positions, ParseNotes notes) {
      try {
        Diagnostics ofJson = new Diagnostics();
        LocatedNode root = JsonSource.parse(file, text, ofJson, positions, notes);
        ofJson.throwIfAny();
        return root;
      } catch (InvalidDefinitionException e) {
        return YamlSource.parse(file, text, diagnostics, positions, notes);
      }
    }
  };

  /** A line that begins a mapping, a comment, or a document of YAML. */
  private static final Pattern YAML_LINE =
      Pattern.compile("^(?:---|%YAML|#|[^\\n:{\\[]+:(?:\\s|$))", Pattern.MULTILINE);

  abstract LocatedNode parse(
      String file, String text, Diagnostics diagnostics, Positions positions, ParseNotes notes);

  /** The format that a name stands for, or that the text looks like. */
  static TextFormat of(String displayName, String text) {
    String name = displayName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return JSON;
    }
    boolean braces = text.stripLeading().startsWith("{");
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return braces ? JSON_IN_YAML : YAML;
    }
    return !braces && YAML_LINE.matcher(text).find() ? YAML : JSON;
  }
}
