package io.stepunit.internal.api;

import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.SimulatedService;
import java.util.List;
import java.util.Optional;

/** Several services as one: the first that has a reply gives it. */
record AllServices(List<SimulatedService> services) implements SimulatedService {
  @Override
  public Optional<AttemptReply> reply(AttemptRequest task) {
    return services.stream().flatMap(service -> service.reply(task).stream()).findFirst();
  }

  @Override
  public Optional<String> hint(AttemptRequest task) {
    return services.stream().flatMap(service -> service.hint(task).stream()).findFirst();
  }
}
