package io.stepunit.internal.model;

/**
 * The part of AWS that a region belongs to; the second field of ARNs. See "Amazon Resource Names
 * (ARNs)" in the AWS General Reference.
 */
public final class Partition {
  private Partition() {}

  /** {@code aws-cn} of {@code cn-north-1}, {@code aws-us-gov} of {@code us-gov-west-1}. */
  public static String of(String region) {
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /** The domain of the services' endpoints in a region. */
  public static String urlSuffix(String region) {
    return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  }
}
