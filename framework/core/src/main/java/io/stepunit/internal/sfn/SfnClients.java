package io.stepunit.internal.sfn;

import io.stepunit.internal.wire.AwsJson;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.sfn.SfnAsyncClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The clients of one environment, each made when it is first asked for. This class links without
 * the SDK, and those that it makes are made elsewhere.
 */
public final class SfnClients {
  private final AwsJson wire;
  private final String region;
  private @Nullable SfnClient client;
  private @Nullable SfnAsyncClient asyncClient;

  /**
   * @param wire answers what the clients send
   * @param region the region that the clients are set to
   */
  public SfnClients(AwsJson wire, String region) {
    this.wire = wire;
    this.region = region;
  }

  /**
   * The client.
   *
   * @throws IllegalStateException if the SDK is not on the class path
   */
  public synchronized SfnClient client() {
    SfnLibrary.require("sfnClient()");
    if (client == null) {
      client = ClientFactory.client(wire, region);
    }
    return client;
  }

  /**
   * The client whose answers are futures; they are complete when a call returns.
   *
   * @throws IllegalStateException if the SDK is not on the class path
   */
  public synchronized SfnAsyncClient asyncClient() {
    SfnLibrary.require("sfnAsyncClient()");
    if (asyncClient == null) {
      asyncClient = ClientFactory.asyncClient(wire, region);
    }
    return asyncClient;
  }

  /**
   * What a client sends its requests by.
   *
   * @throws IllegalStateException if the SDK is not on the class path
   */
  public SdkHttpClient http() {
    SfnLibrary.require("sfnHttp()");
    return ClientFactory.http(wire);
  }

  /**
   * What an asynchronous client sends its requests by.
   *
   * @throws IllegalStateException if the SDK is not on the class path
   */
  public SdkAsyncHttpClient asyncHttp() {
    SfnLibrary.require("sfnAsyncHttp()");
    return ClientFactory.asyncHttp(wire);
  }
}
