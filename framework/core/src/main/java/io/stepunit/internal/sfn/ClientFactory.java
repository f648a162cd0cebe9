package io.stepunit.internal.sfn;

import io.stepunit.internal.wire.AwsJson;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientAsyncConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.core.retry.RetryPolicy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnAsyncClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Makes clients that are the same on every machine: neither files in the home directory nor the
 * system's environment count, and nothing is signed, sent or repeated.
 */
final class ClientFactory {
  private ClientFactory() {}

  static SfnClient client(AwsJson wire, String region) {
    return set(SfnClient.builder(), region)
        .overrideConfiguration(configuration().build())
        .httpClient(http(wire))
        .build();
  }

  /**
   * A future is completed by the thread that calls: another one would make tests depend on luck.
   */
  static SfnAsyncClient asyncClient(AwsJson wire, String region) {
    return set(SfnAsyncClient.builder(), region)
        .overrideConfiguration(
            configuration().addExecutionInterceptor(new FaultsUnwrapped()).build())
        .httpClient(asyncHttp(wire))
        .asyncConfiguration(
            ClientAsyncConfiguration.builder()
                .advancedOption(
                    SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run)
                .build())
        .build();
  }

  static SdkHttpClient http(AwsJson wire) {
    return new InProcessHttp(wire);
  }

  static SdkAsyncHttpClient asyncHttp(AwsJson wire) {
    return new InProcessAsyncHttp(wire);
  }

  private static <B extends AwsClientBuilder<B, C>, C> B set(B builder, String region) {
    return builder
        .region(Region.of(region))
        .endpointOverride(URI.create("https://states." + region + ".amazonaws.com"))
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .fipsEnabled(false)
        .dualstackEnabled(false);
  }

  private static ClientOverrideConfiguration.Builder configuration() {
    return ClientOverrideConfiguration.builder()
        .defaultProfileFile(ProfileFile.aggregator().build())
        .retryPolicy(RetryPolicy.none());
  }
}
