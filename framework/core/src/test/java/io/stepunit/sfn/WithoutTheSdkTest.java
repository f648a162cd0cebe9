package io.stepunit.sfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Projects without the AWS SDK have everything else. */
public class WithoutTheSdkTest {

  @ParameterizedTest
  @ValueSource(classes = {Client.class, AsyncClient.class, Http.class, AsyncHttp.class})
  void a_client_is_refused_and_the_missing_dependency_named(Class<?> asking) throws Exception {
    try (URLClassLoader withoutSdk = withoutSdk()) {
      Object message =
          ((Callable<?>)
                  withoutSdk.loadClass(asking.getName()).getDeclaredConstructor().newInstance())
              .call();

      assertThat(message)
          .asString()
          .startsWith("java.lang.IllegalStateException: sfn")
          .endsWith(
              "() needs the client of Step Functions of the AWS SDK for Java v2, which is not on"
                  + " the class path. Add to the test's dependencies: software.amazon.awssdk:sfn");
    }
  }

  private static URLClassLoader withoutSdk() throws MalformedURLException {
    List<URL> rest = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.contains("awssdk")) {
        rest.add(new File(entry).toURI().toURL());
      }
    }
    return new URLClassLoader(rest.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** Runs a machine, then asks for what needs the SDK. */
  public abstract static class Asking implements Callable<String> {
    abstract void ask(StepFunctionsEnvironment env);

    @Override
    public String call() {
      StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
      TestStateMachine machine =
          env.define("end", "{\"StartAt\": \"E\", \"States\": {\"E\": {\"Type\": \"Succeed\"}}}");
      machine.run("{}");
      return String.valueOf(catchThrowable(() -> ask(env)));
    }
  }

  public static final class Client extends Asking {
    public Client() {}

    @Override
    void ask(StepFunctionsEnvironment env) {
      env.sfnClient();
    }
  }

  public static final class AsyncClient extends Asking {
    public AsyncClient() {}

    @Override
    void ask(StepFunctionsEnvironment env) {
      env.sfnAsyncClient();
    }
  }

  public static final class Http extends Asking {
    public Http() {}

    @Override
    void ask(StepFunctionsEnvironment env) {
      env.sfnHttp();
    }
  }

  public static final class AsyncHttp extends Asking {
    public AsyncHttp() {}

    @Override
    void ask(StepFunctionsEnvironment env) {
      env.sfnAsyncHttp();
    }
  }
}
