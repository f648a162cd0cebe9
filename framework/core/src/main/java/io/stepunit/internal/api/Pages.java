package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.function.Function;

/** Splits lists into pages by {@code maxResults} and {@code nextToken}. */
final class Pages {
  /** What {@code maxResults} 0 stands for, and no {@code maxResults}. */
  private static final int DEFAULT_SIZE = 100;

  private Pages() {}

  static ObjectNode page(Request request, String member, List<JsonNode> all) {
    return page(request, member, all, item -> item);
  }

  /**
   * A page of what is costly to show.
   *
   * @param shown is asked for the items of the page only
   */
  static <T> ObjectNode page(
      Request request, String member, List<T> all, Function<T, JsonNode> shown) {
    int asked = request.json().path("maxResults").asInt(0);
    int size = asked == 0 ? DEFAULT_SIZE : asked;
    int from = Math.min(offset(request), all.size());
    int to = Math.min(from + size, all.size());
    ObjectNode page = Json.NODES.objectNode();
    ArrayNode items = page.putArray(member);
    all.subList(from, to).forEach(item -> items.add(shown.apply(item)));
    if (to < all.size()) {
      page.put("nextToken", String.valueOf(to));
    }
    return page;
  }

  private static int offset(Request request) {
    String token = request.optional("nextToken").orElse("0");
    try {
      return Integer.parseUnsignedInt(token);
    } catch (NumberFormatException e) {
      throw new StepFunctionsException("InvalidToken", "Invalid Token: '" + token + "'");
    }
  }
}
