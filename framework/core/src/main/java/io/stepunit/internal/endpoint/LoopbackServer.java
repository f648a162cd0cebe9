package io.stepunit.internal.endpoint;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * Listens on one port of the loopback addresses, 127.0.0.1 and, where there is one, ::1: {@code
 * localhost} means the one to some clients and the other to others. Nobody else's machine can
 * connect.
 */
final class LoopbackServer implements AutoCloseable {
  private static final byte[] IP_4 = {127, 0, 0, 1};
  private static final byte[] IP_6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  /** A free port of one address may be taken at the other. */
  private static final int ATTEMPTS = 20;

  private final List<HttpServer> servers;
  private final ExecutorService threads;

  private LoopbackServer(List<HttpServer> servers, ExecutorService threads) {
    this.servers = servers;
    this.threads = threads;
  }

  /**
   * Begins to listen.
   *
   * @param port 0 for any that is free
   * @throws BindException if the port is taken
   */
  static LoopbackServer open(int port, HttpHandler handler, ExecutorService threads)
      throws IOException {
    List<HttpServer> servers = bind(port);
    for (HttpServer server : servers) {
      server.createContext("/", handler);
      server.setExecutor(threads);
    }
    // A server's own thread is a daemon if that is one which starts it.
    CompletableFuture.runAsync(() -> servers.forEach(HttpServer::start), threads).join();
    return new LoopbackServer(servers, threads);
  }

  private static List<HttpServer> bind(int port) throws IOException {
    InetAddress secondAddress = InetAddress.getByAddress(IP_6);
    boolean hasSecond = isThere(secondAddress);
    for (int attempt = 1; ; attempt++) {
      List<HttpServer> bound = new ArrayList<>();
      bound.add(HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(IP_4), port), 0));
      if (!hasSecond) {
        return bound;
      }
      try {
        bound.add(HttpServer.create(new InetSocketAddress(secondAddress, portOf(bound)), 0));
        return bound;
      } catch (BindException e) {
        bound.get(0).stop(0);
        if (port != 0 || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static boolean isThere(InetAddress address) {
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.isBound();
    } catch (IOException e) {
      // A machine without IPv6.
      return false;
    }
  }

  private static int portOf(List<HttpServer> servers) {
    return servers.get(0).getAddress().getPort();
  }

  int port() {
    return portOf(servers);
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }
}
