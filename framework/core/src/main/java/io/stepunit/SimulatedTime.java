package io.stepunit;

import io.stepunit.internal.client.ClientCalls;
import io.stepunit.internal.endpoint.EndpointClock;
import java.time.Duration;
import java.time.Instant;

/** The time of an environment, as an endpoint tells and moves it. */
final class SimulatedTime implements EndpointClock {
  private final Simulation simulation;
  private final ClientCalls calls;

  SimulatedTime(Simulation simulation) {
    this.simulation = simulation;
    this.calls = simulation.clientCalls();
  }

  @Override
  public Reading read() {
    return calls.alone("time", this::reading);
  }

  @Override
  public Reading advanceToNextEvent() {
    return after(simulation::step);
  }

  @Override
  public Reading advance(Duration duration) {
    return after(() -> simulation.advance(duration));
  }

  @Override
  public Reading advanceTo(Instant instant) {
    return after(() -> simulation.advanceTo(instant));
  }

  private Reading after(Runnable advance) {
    return calls.alone(
        "advance",
        () -> {
          advance.run();
          return reading();
        });
  }

  private Reading reading() {
    return new Reading(simulation.now(), simulation.nextInstant());
  }
}
