package io.stepunit.internal.model;

import java.util.Optional;

/**
 * The text that a definition was written in.
 *
 * @param file what messages call it
 * @param content the whole text: of a template, where the definition stands in one
 * @param machine what a template calls the machine; empty where the text is the definition
 */
public record DefinitionText(String file, String content, Optional<String> machine) {
  /** What a template calls the machine, or the last part of the file's name. */
  public String name() {
    return machine.orElseGet(() -> file.substring(file.replace('\\', '/').lastIndexOf('/') + 1));
  }
}
