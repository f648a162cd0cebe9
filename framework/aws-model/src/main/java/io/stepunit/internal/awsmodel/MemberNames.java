package io.stepunit.internal.awsmodel;

import java.util.Locale;

/** How the members of requests and answers are written in a definition. */
public enum MemberNames {
  /**
   * The names of the AWS SDK for Java 2 with an upper-case letter first, as {@code aws-sdk:}
   * integrations have them: {@code DbInstanceIdentifier} of the API's {@code DBInstanceIdentifier}.
   * As no property can be called {@code null}, DynamoDB's {@code NULL} is {@code Nul}.
   */
  SDK {
    @Override
    public String of(String apiName) {
      return apiName.equals("NULL") ? "Nul" : upperFirst(javaName(apiName));
    }
  },
  /**
   * The names of the API with an upper-case letter first, as optimized integrations have them:
   * {@code MD5OfMessageBody}; {@code TaskDefinition} of the API's {@code taskDefinition}.
   */
  API {
    @Override
    public String of(String apiName) {
      return upperFirst(apiName);
    }
  };

  /**
   * The name in a definition.
   *
   * @param apiName in the service's API
   */
  public abstract String of(String apiName);

  /**
   * A name as the SDK's code generator writes a property or a method: the capitals that it begins
   * with are lower, but for one that begins the next word.
   */
  static String javaName(String apiName) {
    int end = 1;
    while (end < apiName.length()
        && Character.isUpperCase(apiName.charAt(end))
        && !(end + 1 < apiName.length() && Character.isLowerCase(apiName.charAt(end + 1)))) {
      end++;
    }
    return apiName.substring(0, end).toLowerCase(Locale.ROOT) + apiName.substring(end);
  }

  private static String upperFirst(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
