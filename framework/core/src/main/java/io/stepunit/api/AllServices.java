package io.stepunit.api;

import io.stepunit.internal.spi.SimulatedService;
import io.stepunit.internal.spi.TaskReply;
import io.stepunit.internal.spi.TaskRequest;
import java.util.List;
import java.util.Optional;

/** Several services as one: the first that has a reply gives it. */
record AllServices(List<SimulatedService> services) implements SimulatedService {
  @Override
  public Optional<TaskReply> reply(TaskRequest task) {
    return services.stream().flatMap(service -> service.reply(task).stream()).findFirst();
  }

  @Override
  public Optional<String> cure(TaskRequest task) {
    return services.stream().flatMap(service -> service.cure(task).stream()).findFirst();
  }
}
