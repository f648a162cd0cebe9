package io.stepunit.internal.text;

/**
 * An Amazon Resource Name: {@code arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE}; "Amazon Resource
 * Names (ARNs)" in the AWS General Reference.
 *
 * @param prefix what is before the resource, without the colon: {@code
 *     arn:aws:states:us-east-1:123456789012}
 * @param resource what the thing is called within the account: {@code stateMachine:order}
 */
public record Arn(String prefix, String resource) {
  private static final String START = "arn:";
  private static final int PARTS = 6;

  /**
   * An ARN out of its parts.
   *
   * @param region empty for services that are the same in all regions
   */
  public static Arn of(
      String partition, String service, String region, String account, String resource) {
    return new Arn(START + String.join(":", partition, service, region, account), resource);
  }

  /** Whether a text begins like an ARN. */
  public static boolean isArn(String text) {
    return text.startsWith(START);
  }

  /**
   * Reads an ARN.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static Arn parse(String text) {
    String[] parts = text.split(":", PARTS);
    if (!isArn(text) || parts.length < PARTS) {
      throw new IllegalArgumentException(
          "'%s' is not an ARN: expected arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE."
              .formatted(text));
    }
    int end = text.length() - parts[PARTS - 1].length();
    return new Arn(text.substring(0, end - 1), parts[PARTS - 1]);
  }

  /** The last part, which names the thing: {@code order} of {@code …:stateMachine:order}. */
  public static String nameIn(String arnOrName) {
    return arnOrName.substring(arnOrName.lastIndexOf(':') + 1);
  }

  /** What the thing is called without its type: {@code order} of {@code stateMachine:order}. */
  public String name() {
    return resource.substring(resource.indexOf(':') + 1);
  }

  /**
   * Another thing of the same service and account that has this one's name in its own.
   *
   * @param type the type of the other: {@code execution}
   * @param more what it is called within this one
   */
  public Arn within(String type, String more) {
    return new Arn(prefix, type + ":" + name() + ":" + more);
  }

  @Override
  public String toString() {
    return prefix + ":" + resource;
  }
}
