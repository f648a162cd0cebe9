package io.stepunit.internal.expression.path;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A compiled path that starts at the root of one document. Immutable and shared by threads. */
interface DocumentPath {
  /**
   * What the path finds, null if nothing. An array index past the end finds nothing; a path that
   * can find several values always finds an array, empty if need be.
   */
  @Nullable JsonNode find(JsonNode document);

  /** Why {@link #find} found nothing in this document. */
  Miss explain(JsonNode document);
}
