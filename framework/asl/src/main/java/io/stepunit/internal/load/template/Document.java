package io.stepunit.internal.load.template;

import io.stepunit.internal.model.read.LocatedNode;

/**
 * A file that was parsed.
 *
 * @param file what messages call it
 * @param text its text
 * @param root its root
 * @param notes where its texts begin
 * @param files the files beside it
 */
public record Document(
    String file, String text, LocatedNode root, ParseNotes notes, FileAccess files) {

  /** A text of the file, with the places of its characters. */
  PlacedText placed(LocatedNode node) {
    String value = node.value().asText();
    return notes
        .of(node.position())
        .map(start -> RawText.align(file, text, start, value))
        .orElseGet(() -> at(node, value));
  }

  /** A text that stands at a node as a whole. */
  PlacedText at(LocatedNode node, String value) {
    return new PlacedText.Builder(file)
        .append(value, node.position().line(), node.position().column())
        .build();
  }
}
