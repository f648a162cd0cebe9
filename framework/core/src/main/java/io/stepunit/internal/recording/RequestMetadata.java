package io.stepunit.internal.recording;

import java.util.List;
import java.util.Set;

/** The members of AWS SDK results that differ for each request. */
final class RequestMetadata {
  private static final Set<String> OF_A_REQUEST =
      Set.of("RequestId", "x-amzn-RequestId", "X-Amzn-Trace-Id", "x-amz-crc32");
  private static final Set<String> METADATA = Set.of("SdkHttpMetadata", "SdkResponseMetadata");

  private RequestMetadata() {}

  /**
   * @param path the names from the root to the field, at least one
   */
  static boolean contains(List<String> path) {
    String name = path.get(path.size() - 1);
    boolean inMetadata = path.stream().anyMatch(METADATA::contains);
    return inMetadata && (OF_A_REQUEST.contains(name) || name.equals("Date"))
        || OF_A_REQUEST.contains(name) && !name.equals("RequestId");
  }
}
