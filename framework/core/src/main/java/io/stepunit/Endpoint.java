package io.stepunit;

import io.stepunit.internal.endpoint.EndpointServer;
import java.net.URI;
import java.util.Objects;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * The Step Functions API of an environment over HTTP, for clients outside this JVM: boto3, the AWS
 * CLI, the AWS SDKs of other languages. It listens on the loopback addresses only, and takes any
 * region, credentials and signature.
 *
 * <pre>{@code
 * Process script =
 *     new ProcessBuilder("python3", "place_order.py", env.endpoint().uri().toString()).start();
 * }</pre>
 *
 * @see StepFunctionsEnvironment#endpoint()
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Endpoint implements AutoCloseable {
  private final EndpointServer server;
  private final EndpointFaults faults;
  private final int port;
  private volatile boolean closed;

  Endpoint(EndpointServer server, EndpointFaults faults) {
    this.server = server;
    this.faults = faults;
    this.port = server.port();
  }

  /** What clients are given as the endpoint URL, such as {@code http://localhost:49152}. */
  public URI uri() {
    return URI.create("http://localhost:" + port);
  }

  /** The port on which it listens. */
  public int port() {
    return port;
  }

  /**
   * Tells of each call that could not be answered as AWS would, because something is wrong with the
   * test, such as a Task without a mock. The client gets the message with status 400.
   *
   * @param told is called by a thread of the endpoint
   */
  public Endpoint onFault(Consumer<? super Throwable> told) {
    faults.tell(Objects.requireNonNull(told, "told"));
    return this;
  }

  boolean isClosed() {
    return closed;
  }

  /** Stops listening, and interrupts the calls that go on. Closing it again changes nothing. */
  @Override
  public void close() {
    closed = true;
    server.close();
  }

  /** The address, as {@link #uri()} gives it. */
  @Override
  public String toString() {
    return uri().toString();
  }
}
