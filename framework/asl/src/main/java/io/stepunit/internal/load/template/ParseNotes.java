package io.stepunit.internal.load.template;

import io.stepunit.internal.model.read.NodePosition;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What only templates need of a file that is parsed. Where its texts begin: a field's place is that
 * of its name, but a definition within a text needs the place of each character. And whether it
 * uses the short forms of CloudFormation's functions.
 */
public final class ParseNotes {
  /** How a text is written. */
  public enum Style {
    /** In double quotes, with escapes. */
    DOUBLE_QUOTED,
    /** In single quotes. */
    SINGLE_QUOTED,
    /** YAML's {@code |} and {@code >}: the lines below. */
    BLOCK,
    /** Without quotes. */
    PLAIN
  }

  /**
   * @param line 1-based line of the first quote, of the {@code |}, or of the text
   * @param column its column, 1-based
   */
  record Start(int line, int column, Style style) {}

  private final Map<NodePosition, Start> starts = new IdentityHashMap<>();
  private final boolean withStarts;
  private boolean functions;

  /**
   * @param withStarts whether anybody may ask where texts begin
   */
  public ParseNotes(boolean withStarts) {
    this.withStarts = withStarts;
  }

  /** Takes note of a short form such as {@code !Ref}. */
  public void functionSeen() {
    functions = true;
  }

  /** Whether there are short forms of functions. */
  public boolean hasFunctions() {
    return functions;
  }

  /** Takes note of the text of a node. */
  public void textBegins(NodePosition place, int line, int column, Style style) {
    if (withStarts) {
      starts.put(place, new Start(line, column, style));
    }
  }

  Optional<Start> of(NodePosition place) {
    return Optional.ofNullable(starts.get(place));
  }
}
