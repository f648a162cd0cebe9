package io.stepunit.internal.aws;

import java.util.Locale;

/** The names that the members of requests and responses have in SDK integrations. */
public final class MemberNames {
  private MemberNames() {}

  /**
   * The name of a member as the SDK for Java v2 writes its methods, with the first letter in upper
   * case: of an acronym that a name begins with only the first letter stays so, {@code MD5OfBody}
   * is {@code Md5OfBody}, {@code DBName} is {@code DbName}.
   *
   * @param apiName the name in the service's API
   */
  public static String inSdkIntegration(String apiName) {
    int end = 1;
    while (end < apiName.length()
        && Character.isUpperCase(apiName.charAt(end))
        && !beginsWord(apiName, end)) {
      end++;
    }
    return apiName.substring(0, 1).toUpperCase(Locale.ROOT)
        + apiName.substring(1, end).toLowerCase(Locale.ROOT)
        + apiName.substring(end);
  }

  private static boolean beginsWord(String name, int at) {
    return at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
  }
}
