package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import java.util.List;

/** Splits lists into pages by {@code maxResults} and {@code nextToken}. */
final class Pages {
  /** What {@code maxResults} 0 stands for, and no {@code maxResults}. */
  private static final int DEFAULT_SIZE = 100;

  private Pages() {}

  static ObjectNode page(Request request, String member, List<JsonNode> all) {
    int asked = request.json().path("maxResults").asInt(0);
    int size = asked == 0 ? DEFAULT_SIZE : asked;
    int from = Math.min(offset(request), all.size());
    int to = Math.min(from + size, all.size());
    ObjectNode page = Json.NODES.objectNode();
    ArrayNode items = page.putArray(member);
    all.subList(from, to).forEach(items::add);
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
