package io.stepunit.internal.sfn;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Lets futures fail with what is wrong with the test itself. An asynchronous client wraps it as if
 * the network had failed, where the synchronous one throws it as it is.
 */
final class FaultsUnwrapped implements ExecutionInterceptor {
  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes attributes) {
    Throwable wrapped = context.exception();
    while (wrapped instanceof SdkClientException && wrapped.getCause() != null) {
      wrapped = wrapped.getCause();
    }
    if (wrapped instanceof Error fault) {
      throw fault;
    }
    if (wrapped instanceof RuntimeException fault) {
      throw fault;
    }
    return context.exception();
  }
}
