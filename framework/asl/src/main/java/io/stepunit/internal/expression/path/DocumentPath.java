package io.stepunit.internal.expression.path;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Read;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A compiled path that starts at the root of one document. Immutable and shared by threads. */
interface DocumentPath {
  /**
   * What the path finds, null if nothing. An array index past the end finds nothing; a path that
   * can find several values always finds an array, empty if need be.
   */
  @Nullable JsonNode find(JsonNode document, WorkBudgets budgets);

  /** The way that the path goes, as far as fields and items tell it. */
  List<DataPath.Step> steps();

  /** Whether the path may find several values, so that it always finds an array. */
  boolean findsSeveral();

  /** What conditions within the path read of the items that they are asked about. */
  Stream<Read> readsOfFilters(DataPath root);

  /** Why {@link #find} found nothing in this document. */
  Miss explain(JsonNode document, WorkBudgets budgets);
}
