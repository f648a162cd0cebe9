package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error that JSONata has a code for, raised where it happens. What its text shows is given by
 * name; see {@link ErrorTexts}.
 *
 * <pre>{@code
 * throw new JsonataError("D3030").with("value", text);
 * }</pre>
 */
public final class JsonataError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String TOKEN = "token";
  private static final int NOWHERE = -1;

  private final String code;
  private final transient Map<String, JsonNode> inserts = new HashMap<>();
  private int position = NOWHERE;

  public JsonataError(String code) {
    super(code, null, false, false);
    this.code = code;
  }

  /** Names a value that the text shows. */
  public JsonataError with(String name, JsonNode value) {
    inserts.put(name, value);
    return this;
  }

  /** Names a text that the message shows. */
  public JsonataError with(String name, String value) {
    return with(name, TextNode.valueOf(value));
  }

  /** Names the operator or function that failed, unless one is named already. */
  JsonataError in(@Nullable String token) {
    if (token != null && !inserts.containsKey(TOKEN)) {
      with(TOKEN, token);
    }
    return this;
  }

  /** Names where it happened, unless that is known already. */
  JsonataError at(int place) {
    if (position == NOWHERE) {
      position = place;
    }
    return this;
  }

  /** JSONata's code, such as {@code T2001}. */
  public String code() {
    return code;
  }

  /** The operator or function that failed; undefined if the error names none. */
  public JsonNode token() {
    return insert(TOKEN);
  }

  /** The value that was wrong; undefined if the error names none. */
  public JsonNode value() {
    return insert("value");
  }

  /** Where in the expression, from 0; -1 if that is not known. */
  public int position() {
    return position;
  }

  private JsonNode insert(String name) {
    return inserts.getOrDefault(name, Values.UNDEFINED);
  }

  /** JSONata's words for it. */
  public String text() {
    return ErrorTexts.text(code, this::insert);
  }
}
