package io.stepunit.internal.load;

import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.Rule;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.TemplateResources;
import io.stepunit.internal.model.read.DefinitionReader;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.model.read.ReadDefinition;
import io.stepunit.internal.validation.Validator;
import java.util.Set;

/** Reads a definition that a tool has changed: what led to a state may be gone. */
public final class ChangedDefinition {
  private static final Set<Rule> ALLOWED = Set.of(Rule.UNREACHABLE_STATE, Rule.UNREACHABLE_LOOP);

  private ChangedDefinition() {}

  /**
   * The definition.
   *
   * @param file what messages call it
   * @throws io.stepunit.asl.InvalidDefinitionException if it has other errors than states out of
   *     reach
   */
  public static CompiledDefinition read(String file, String json) {
    Diagnostics diagnostics = new Diagnostics(ValidationSettings.DEFAULT);
    LocatedNode root = JsonSource.parse(file, json, diagnostics);
    ReadDefinition read = DefinitionReader.read(root, TemplateResources.NONE, diagnostics);
    Diagnostics found = diagnostics.empty();
    Validator.check(read, found);
    found.all().stream().filter(ChangedDefinition::counts).forEach(diagnostics::add);
    return read.compiled(diagnostics);
  }

  private static boolean counts(Diagnostic problem) {
    return !ALLOWED.contains(problem.rule());
  }
}
