package io.stepunit.internal.model;

import java.util.Optional;

/**
 * The text that a definition was written in.
 *
 * @param file what messages call it
 * @param content the whole text: of a template, where the definition stands in one
 * @param machine what a template calls the machine; empty where the text is the definition
 */
public record DefinitionText(String file, String content, Optional<String> machine) {}
