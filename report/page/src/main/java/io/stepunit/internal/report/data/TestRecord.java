package io.stepunit.internal.report.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A test as it ended.
 *
 * @param module the module that it is in
 * @param id JUnit's unique id
 * @param key a short id, unique over modules
 * @param className the class that it is in
 * @param name its display name
 * @param status {@code PASSED}, {@code FAILED}, {@code ABORTED} or {@code SKIPPED}
 * @param json the whole record
 */
public record TestRecord(
    String module,
    String id,
    String key,
    String className,
    String name,
    String status,
    ObjectNode json) {

  static TestRecord of(String module, ObjectNode json) {
    return new TestRecord(
        module,
        json.path("id").asText(),
        json.path("key").asText(),
        json.path("class").asText(),
        json.path("name").asText(),
        json.path("status").asText(),
        json);
  }

  /** The same test, which a build tool had run before with another result. */
  TestRecord after(TestRecord earlier) {
    ObjectNode again = json.deepCopy();
    ArrayNode tries = again.putArray("earlier");
    earlier.json.path("earlier").forEach(tries::add);
    ObjectNode before = tries.addObject().put("status", earlier.status);
    if (earlier.json.has("failure")) {
      before.set("failure", earlier.json.get("failure"));
    }
    return new TestRecord(module, id, key, className, name, status, again);
  }

  /** Whether StepUnit made it up: a cell of a fault matrix, an interleaving. */
  public boolean isGenerated() {
    return json.hasNonNull("generatedBy");
  }
}
