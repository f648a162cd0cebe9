package io.stepunit.internal.spi;

import org.jspecify.annotations.Nullable;

/** The task of an activity that no worker has taken yet. */
public interface QueuedTask {
  /** What the worker is asked. */
  AttemptRequest request();

  /** Whether the task still waits for a worker; false once it was taken or cut off. */
  boolean isOpen();

  /**
   * A worker takes the task: it starts at the present instant, and its timeouts begin.
   *
   * @param workerName the name that the worker gives to GetActivityTask, null for none
   * @return the task token
   * @throws IllegalStateException if the task is not open any more
   */
  String take(@Nullable String workerName);
}
