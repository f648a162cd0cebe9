package io.stepunit.internal.load;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells Terraform's own language, which only Terraform evaluates, from what can be read. */
final class TerraformCode {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^(?:(?:resource|data)\\s+\"[^\"\\n]*\"\\s+\"[^\"\\n]*\"|(?:module|variable|output|provider)\\s+\"[^\"\\n]*\"|terraform|locals)\\s*\\{\\s*(?:#.*|//.*)?$",
          Pattern.MULTILINE);

  private TerraformCode() {}

  /**
   * Whether a text is Terraform's.
   *
   * @param name what the text is called
   */
  static boolean is(String name, String text) {
    return name.toLowerCase(Locale.ROOT).endsWith(".tf")
        || !text.stripLeading().startsWith("{") && BLOCK.matcher(text).find();
  }
}
