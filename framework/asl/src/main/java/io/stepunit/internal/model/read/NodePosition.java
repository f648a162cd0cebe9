package io.stepunit.internal.model.read;

import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.json.JsonPointers;
import org.jspecify.annotations.Nullable;

/**
 * The place of a node while a definition is read. Its JSON pointer is put together only when a
 * record or a message asks for it: most nodes are never asked.
 */
public final class NodePosition {
  private final String file;
  private final int line;
  private final int column;
  private final @Nullable NodePosition parent;
  private final String token;

  private NodePosition(
      String file, int line, int column, @Nullable NodePosition parent, String token) {
    this.file = file;
    this.line = line;
    this.column = column;
    this.parent = parent;
    this.token = token;
  }

  /** The place of a definition's root; line and column are 1-based. */
  public static NodePosition root(String file, int line, int column) {
    return new NodePosition(file, line, column, null, "");
  }

  /**
   * The place of a member.
   *
   * @param token the field's name or the item's index
   * @param line where the field's name, or the item, begins
   * @param column where the field's name, or the item, begins
   */
  public NodePosition child(String token, int line, int column) {
    return new NodePosition(file, line, column, this, token);
  }

  /** The same line and column, with another place above it. */
  NodePosition below(NodePosition parent, String token) {
    return new NodePosition(file, line, column, parent, token);
  }

  /** The line, 1-based. */
  public int line() {
    return line;
  }

  /** The column, 1-based. */
  public int column() {
    return column;
  }

  /** The place with its pointer. */
  public SourceLocation location() {
    return new SourceLocation(file, line, column, pointer());
  }

  /** The last part of the pointer: the field's name or the item's index; empty for the root. */
  String token() {
    return token;
  }

  /** The path of this place below another, as AWS's messages show it: {@code Catch[1]/Output}. */
  String pathBelow(NodePosition ancestor) {
    StringBuilder path = new StringBuilder();
    for (NodePosition place = this;
        place != ancestor && place.parent != null;
        place = place.parent) {
      boolean index = place.token.chars().allMatch(Character::isDigit);
      path.insert(0, index ? "[" + place.token + "]" : "/" + place.token);
    }
    return path.isEmpty() ? "" : path.substring(1);
  }

  private String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (NodePosition place = this; place.parent != null; place = place.parent) {
      pointer.insert(0, "/" + JsonPointers.token(place.token));
    }
    return pointer.toString();
  }
}
