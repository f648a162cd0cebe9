package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.model.TaskState;
import java.util.List;

/** What is known of the data of a machine. */
public interface Data {
  /** A value that goes with what the machine reads of one at such a place. */
  JsonNode some(List<DataPath.Step> place);

  /**
   * A result as the Task's resource could return it: several where it cannot return what is at a
   * place of the result, but one of some other values.
   *
   * @param place what matters about the result
   */
  List<JsonNode> possible(TaskState task, JsonNode result, List<DataPath.Step> place);
}
