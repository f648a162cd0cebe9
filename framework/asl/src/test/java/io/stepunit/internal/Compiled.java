package io.stepunit.internal;

import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.load.DefinitionLoader;
import java.nio.file.Path;

/** Definitions as users load them, with what StepUnit compiled them to. */
public final class Compiled {
  private Compiled() {}

  public static CompiledDefinition fromText(String displayName, String text) {
    return CompiledDefinition.of(DefinitionLoader.fromText(displayName, text));
  }

  public static CompiledDefinition fromFile(Path file) {
    return CompiledDefinition.of(DefinitionLoader.fromFile(file));
  }

  public static CompiledDefinition fromResource(String name, ClassLoader loader) {
    return CompiledDefinition.of(DefinitionLoader.fromResource(name, loader));
  }
}
