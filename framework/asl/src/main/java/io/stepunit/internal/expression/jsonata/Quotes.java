package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.node.TextNode;

/** Texts inside messages. */
final class Quotes {
  private Quotes() {}

  /** The text as a JSON string. */
  static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }
}
