package io.stepunit.internal.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a handler is told about its invocation; its time is the virtual one. */
final class FunctionContext implements Context {
  /** Lambda's default. */
  private static final int MEMORY_MB = 128;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final FunctionCall call;
  private final Instant startedAt;

  FunctionContext(FunctionCall call) {
    this.call = call;
    this.startedAt = call.clock().instant();
  }

  @Override
  public String getAwsRequestId() {
    return call.requestId();
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + call.function().name();
  }

  @Override
  public String getLogStreamName() {
    return DAY.format(startedAt)
        + "/["
        + getFunctionVersion()
        + "]"
        + call.requestId().replace("-", "");
  }

  @Override
  public String getFunctionName() {
    return call.function().name();
  }

  /** An alias stands for a version that only AWS knows. */
  @Override
  public String getFunctionVersion() {
    return call.function()
        .qualifier()
        .filter(qualifier -> qualifier.chars().allMatch(Character::isDigit))
        .orElse("$LATEST");
  }

  @Override
  public String getInvokedFunctionArn() {
    return call.arn();
  }

  @Override
  public @Nullable CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public @Nullable ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    Duration left = Duration.between(call.clock().instant(), startedAt.plus(call.timeout()));
    return left.isNegative() ? 0 : Math.toIntExact(left.toMillis());
  }

  @Override
  public int getMemoryLimitInMB() {
    return MEMORY_MB;
  }

  @Override
  public LambdaLogger getLogger() {
    return new Log(System.getLogger("io.stepunit.lambda." + call.function().name()));
  }

  private record Log(System.Logger logger) implements LambdaLogger {
    @Override
    public void log(String message) {
      logger.log(System.Logger.Level.INFO, message.stripTrailing());
    }

    @Override
    public void log(byte[] message) {
      log(new String(message, StandardCharsets.UTF_8));
    }
  }
}
