package io.stepunit.internal.load;

import io.stepunit.asl.ValidationSettings;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.read.DefinitionReader;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.LocatedNode;
import io.stepunit.internal.model.read.ReadDefinition;
import io.stepunit.internal.validation.Validator;

/** Reads the definition of one state alone: what stands under its name in {@code States}. */
public final class LoneState {
  private LoneState() {}

  /**
   * A machine of this one state, whose transitions may lead to states that are not there.
   *
   * @param name the name that the state is given, which messages show
   */
  public static CompiledDefinition read(String name, String text) {
    return read(name, text, ProjectSettings.ofClassPath());
  }

  /** The same with settings of its own instead of the project's. */
  public static CompiledDefinition read(String name, String text, ValidationSettings settings) {
    Diagnostics diagnostics = new Diagnostics(settings);
    SourceText source = SourceText.of(name, text);
    LocatedNode state = new SourceFiles(source, diagnostics).document().root();
    ReadDefinition read = DefinitionReader.readState(name, state, diagnostics);
    Validator.checkState(read, diagnostics);
    return read.compiled(diagnostics);
  }
}
