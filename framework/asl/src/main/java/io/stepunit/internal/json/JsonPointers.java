package io.stepunit.internal.json;

/** JSON pointers as texts (RFC 6901): the oldest Jackson does not escape what it appends to one. */
public final class JsonPointers {
  private JsonPointers() {}

  /** The pointer of a member. */
  public static String child(String pointer, String name) {
    return pointer + "/" + token(name);
  }

  /** The pointer of an item, 0-based. */
  public static String child(String pointer, int index) {
    return pointer + "/" + index;
  }

  /** A name as it stands in a pointer. */
  public static String token(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** The name that a token of a pointer stands for. */
  public static String name(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }

  /** The name that a pointer ends with. */
  public static String lastName(String pointer) {
    return name(pointer.substring(pointer.lastIndexOf('/') + 1));
  }
}
