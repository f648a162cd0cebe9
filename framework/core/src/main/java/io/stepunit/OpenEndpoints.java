package io.stepunit;

import io.stepunit.internal.endpoint.EndpointServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endpoints of one environment that listen. */
final class OpenEndpoints {
  private static final int LAST_PORT = 65_535;

  private final Simulation simulation;
  private final List<Endpoint> open = new ArrayList<>();
  private @Nullable Endpoint onFreePort;

  OpenEndpoints(Simulation simulation) {
    this.simulation = simulation;
  }

  /** The endpoint on a free port, the same each time until it is closed. */
  synchronized Endpoint onFreePort() {
    Endpoint endpoint = onFreePort;
    if (endpoint == null || endpoint.isClosed()) {
      endpoint = open(0);
      onFreePort = endpoint;
    }
    return endpoint;
  }

  /**
   * An endpoint on a port.
   *
   * @throws IllegalArgumentException if the port is taken, or none
   */
  synchronized Endpoint open(int port) {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException(
          "A port is a number from 0 to %s, but found %s.".formatted(LAST_PORT, port));
    }
    EndpointFaults faults = new EndpointFaults();
    try {
      Endpoint endpoint =
          new Endpoint(
              EndpointServer.open(port, simulation.wire(), new SimulatedTime(simulation), faults),
              faults);
      open.add(endpoint);
      return endpoint;
    } catch (BindException e) {
      throw new IllegalArgumentException(
          "The port %s is taken. Take another, or 0 for any that is free.".formatted(port), e);
    } catch (IOException e) {
      throw new UncheckedIOException("The endpoint cannot listen on port " + port, e);
    }
  }

  /** Closes those that are still open. */
  synchronized void close() {
    open.forEach(Endpoint::close);
    open.clear();
  }
}
