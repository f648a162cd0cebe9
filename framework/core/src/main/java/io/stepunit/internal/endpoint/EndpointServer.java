package io.stepunit.internal.endpoint;

import io.stepunit.internal.wire.AwsJson;
import java.io.IOException;
import java.net.BindException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Answers the API of one environment over HTTP. */
public final class EndpointServer implements AutoCloseable {
  private final LoopbackServer server;

  private EndpointServer(LoopbackServer server) {
    this.server = server;
  }

  /**
   * Begins to listen.
   *
   * @param port 0 for any that is free
   * @param faults is told of each call that could not be answered as AWS would
   * @throws BindException if the port is taken
   */
  public static EndpointServer open(
      int port, AwsJson api, EndpointClock clock, Consumer<Throwable> faults) throws IOException {
    ClockResources time = new ClockResources(clock);
    Map<String, HttpRoute> routes = new LinkedHashMap<>();
    routes.put(ApiRoute.PATH, new ApiRoute(api, faults));
    routes.put(ClockResources.TIME, time::time);
    routes.put(ClockResources.ADVANCE, time::advance);
    ExecutorService threads =
        EndpointThreads.create(Thread.currentThread().getContextClassLoader());
    try {
      return new EndpointServer(LoopbackServer.open(port, new Exchanges(routes), threads));
    } catch (IOException e) {
      threads.shutdownNow();
      throw e;
    }
  }

  public int port() {
    return server.port();
  }

  /** Stops listening, and interrupts the calls that go on. */
  @Override
  public void close() {
    server.close();
  }
}
