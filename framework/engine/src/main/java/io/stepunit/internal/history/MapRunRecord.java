package io.stepunit.internal.history;

import java.util.SortedMap;

/**
 * One run of a Map state in distributed mode, as it stands.
 *
 * @param description what {@code DescribeMapRun} answers
 * @param children the child executions that were kept, by their index
 */
public record MapRunRecord(
    MapRunDescription description, SortedMap<Integer, ExecutionRecord> children) {
  /** The Map Run's ARN. */
  public String arn() {
    return description.arn();
  }
}
