package io.stepunit.internal.awsmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberNamesTest {
  @ParameterizedTest
  @CsvSource({
    "QueueUrl, QueueUrl, QueueUrl",
    "MD5OfMessageBody, Md5OfMessageBody, MD5OfMessageBody",
    "ETag, ETag, ETag",
    "SSEKMSKeyId, SsekmsKeyId, SSEKMSKeyId",
    "DBInstanceIdentifier, DbInstanceIdentifier, DBInstanceIdentifier",
    "ChecksumCRC32, ChecksumCRC32, ChecksumCRC32",
    "SourceDBInstanceIdentifier, SourceDBInstanceIdentifier, SourceDBInstanceIdentifier",
    "ACL, Acl, ACL",
    "TemplateURL, TemplateURL, TemplateURL",
    "SS, Ss, SS",
    "S, S, S",
    "NULL, Nul, NULL",
    "taskDefinition, TaskDefinition, TaskDefinition"
  })
  void are_those_of_the_sdk_or_of_the_api(String api, String sdk, String optimized) {
    assertThat(MemberNames.SDK.of(api)).isEqualTo(sdk);
    assertThat(MemberNames.API.of(api)).isEqualTo(optimized);
  }
}
