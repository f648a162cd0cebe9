package io.stepunit.model;

import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code Catch}.
 *
 * @param errorEquals the error names, not empty
 * @param next the state that goes on
 * @param resultPath where the error output goes in the state's raw input
 * @param assign {@code Assign}; its {@code $} is the error output
 * @param location where the entry stands
 */
public record Catcher(
    List<String> errorEquals,
    String next,
    ResultPath resultPath,
    Optional<Assign> assign,
    SourceLocation location) {

  static Catcher read(Fields fields) {
    fields.refuseJsonata("Output");
    fields.text("Comment");
    Catcher catcher =
        new Catcher(
            fields.requiredTexts("ErrorEquals"),
            fields.requiredTarget("Next"),
            Compile.resultPath(fields),
            Assign.read(fields),
            fields.location());
    fields.done();
    return catcher;
  }
}
