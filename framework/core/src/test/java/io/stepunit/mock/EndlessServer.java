package io.stepunit.mock;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server with one response, which goes on until nobody reads it any more. */
final class EndlessServer implements AutoCloseable {
  private final ServerSocket socket;

  private EndlessServer(ServerSocket socket) {
    this.socket = socket;
  }

  static EndlessServer start() throws IOException {
    EndlessServer server =
        new EndlessServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(server::respond, "endless-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private void respond() {
    try (Socket client = socket.accept();
        OutputStream out = client.getOutputStream()) {
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] part = new byte[8192];
      while (true) {
        out.write(part);
      }
    } catch (IOException e) {
      // The client has closed the connection: that is how the response ends.
      return;
    }
  }

  String url() {
    return "http://localhost:" + socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
