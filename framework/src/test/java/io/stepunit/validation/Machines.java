package io.stepunit.validation;

import io.stepunit.load.DefinitionLoader;
import io.stepunit.model.Diagnostic;
import io.stepunit.model.Rule;
import io.stepunit.model.WorkflowType;
import java.util.List;

/** Definitions for the tests of single rules. */
final class Machines {
  private Machines() {}

  /** What is to be said about a machine of these states, of which S is the first. */
  static List<Diagnostic> problems(String states) {
    return DefinitionLoader.validate(
        "m", "{\"StartAt\": \"S\", \"States\": {" + states + "}}", WorkflowType.STANDARD);
  }

  /** The problems with one rule. */
  static List<Diagnostic> problems(Rule rule, String states) {
    return problems(states).stream().filter(problem -> problem.rule() == rule).toList();
  }

  /** A Task S with these fields beside its Type and End. */
  static String task(String fields) {
    return "\"S\": {\"Type\": \"Task\", \"End\": true, " + fields + "}";
  }
}
