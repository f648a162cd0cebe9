package io.stepunit.internal.awsmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests that call no service pay nothing for the catalogue, others for what they call. */
class LazyReadingTest {
  private final Recorder loader = new Recorder();

  private Optional<?> find(String service) throws ReflectiveOperationException {
    Method of = models().getMethod("of", String.class);
    return (Optional<?>) of.invoke(null, service);
  }

  private Class<?> models() throws ClassNotFoundException {
    return Class.forName(ServiceModels.class.getName(), true, loader);
  }

  @Test
  void only_the_index_is_read_to_know_the_services() throws ReflectiveOperationException {
    models().getMethod("names").invoke(null);
    find("nosuch");

    assertThat(loader.read).containsExactly("index.json");
  }

  @Test
  void a_service_is_read_when_it_is_asked_for_and_once() throws ReflectiveOperationException {
    find("sqs");
    find("sqs");
    find("s3");

    assertThat(loader.read).containsExactly("index.json", "sqs.txt", "s3.txt");
  }

  /** Loads the catalogue's classes afresh, and writes down the files that they open. */
  private static final class Recorder extends URLClassLoader {
    private final List<String> read = new ArrayList<>();

    Recorder() {
      super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] classPath() {
      List<URL> urls = new ArrayList<>();
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        try {
          urls.add(new File(entry).toURI().toURL());
        } catch (MalformedURLException e) {
          throw new IllegalStateException(e);
        }
      }
      return urls.toArray(URL[]::new);
    }

    @Override
    public URL findResource(String name) {
      if (name.startsWith("io/stepunit/internal/awsmodel/") && !name.endsWith(".class")) {
        read.add(name.substring(name.lastIndexOf('/') + 1));
      }
      return super.findResource(name);
    }
  }
}
