package io.stepunit.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberNamesTest {
  @ParameterizedTest
  @CsvSource({
    "MD5OfMessageBody, Md5OfMessageBody",
    "ETag, ETag",
    "ChecksumCRC32, ChecksumCRC32",
    "SSEKMSKeyId, SsekmsKeyId",
    "DBInstanceIdentifier, DbInstanceIdentifier",
    "TemplateURL, TemplateURL",
    "stateMachineArn, StateMachineArn",
    "S, S"
  })
  void an_acronym_at_the_beginning_is_written_like_a_word(String apiName, String shown) {
    assertThat(MemberNames.inSdkIntegration(apiName)).isEqualTo(shown);
  }
}
