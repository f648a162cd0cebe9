package io.stepunit.internal.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work that a Task waits for and that runs in the same simulation, such as a child execution. */
public interface Job {
  /**
   * The Task waits from now on.
   *
   * @param completion is told the job's end, at the virtual time at which it comes; at once if the
   *     job has ended already
   */
  void begin(Completion completion);

  /**
   * The Task was cut off before the job's end: by its timeout, by a failure elsewhere, or by the
   * end of its execution.
   */
  void abort();

  /** What the job itself waits for, a line each, for people. */
  default List<String> waitsFor() {
    return List.of();
  }

  /** Takes the end of a job; what comes after the first end is ignored. */
  interface Completion {
    /** The job has succeeded. */
    void succeed(JsonNode result);

    /** The job has failed. */
    void fail(@Nullable String error, @Nullable String cause);
  }
}
