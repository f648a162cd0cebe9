package io.stepunit.internal.http;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;

/** Explains why no response arrived, where the JDK's client only names a class. */
final class SocketProblem {
  private SocketProblem() {}

  static String of(IOException thrown) {
    if (!(thrown instanceof ConnectException)) {
      return thrown.toString();
    }
    return isUnknownHost(thrown)
        ? "the host is not known. Is the address that the test gave right?"
        : "nothing accepts connections there. Is the test's server running, and is this its port?";
  }

  private static boolean isUnknownHost(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }
}
