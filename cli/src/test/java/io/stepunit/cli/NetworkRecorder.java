package io.stepunit.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Records what a JVM is about to ask of the network: connections of URLs, look-ups of their hosts,
 * and sockets, for which Java asks its ProxySelector. A JVM can have only one.
 */
final class NetworkRecorder extends ProxySelector {
  private static final Set<String> NETWORK = Set.of("http", "https", "ftp", "s3");

  private static final NetworkRecorder INSTALLED = install();

  private final List<String> asked = new CopyOnWriteArrayList<>();

  private NetworkRecorder() {}

  static NetworkRecorder installed() {
    return INSTALLED;
  }

  private static NetworkRecorder install() {
    NetworkRecorder recorder = new NetworkRecorder();
    URL.setURLStreamHandlerFactory(
        scheme -> NETWORK.contains(scheme) ? recorder.new Handler() : null);
    ProxySelector.setDefault(recorder);
    return recorder;
  }

  List<String> asked() {
    return asked;
  }

  @Override
  public List<Proxy> select(URI uri) {
    asked.add(uri.toString());
    return List.of(Proxy.NO_PROXY);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException problem) {
    asked.add(uri.toString());
  }

  private final class Handler extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      asked.add(url.toExternalForm());
      throw new IOException("There is no network here");
    }

    @Override
    protected synchronized InetAddress getHostAddress(URL url) {
      asked.add("the address of " + url.getHost());
      return null;
    }
  }
}
