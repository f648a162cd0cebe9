package io.stepunit.internal.validation;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import io.stepunit.asl.WorkflowType;
import io.stepunit.load.DefinitionLoader;
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
