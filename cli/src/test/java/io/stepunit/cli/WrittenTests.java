package io.stepunit.cli;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Test classes that were written, compiled and run as in a project. */
final class WrittenTests {
  private WrittenTests() {}

  /**
   * Runs test classes.
   *
   * @param folder the root of their packages
   * @return what failed, if anything did; that no test ran, where none did
   */
  static List<String> run(List<Path> sources, Path folder) throws IOException {
    compile(sources, folder);
    List<String> failures = new ArrayList<>();
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      for (Path source : sources) {
        failures.addAll(run(loader.loadClass(nameOf(folder.relativize(source)))));
      }
    } catch (ClassNotFoundException e) {
      throw new LinkageError("A class that was compiled is missing", e);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    return failures;
  }

  private static String nameOf(Path source) {
    return source.toString().replaceAll("\\.java$", "").replace('\\', '/').replace('/', '.');
  }

  private static List<String> run(Class<?> test) {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter("stepunit.faultMatrix.print", "false")
            .configurationParameter("stepunit.report", "off")
            .selectors(selectClass(test))
            .execute();
    List<String> failures =
        new ArrayList<>(results.allEvents().failed().stream().map(WrittenTests::failure).toList());
    if (results.testEvents().succeeded().count() == 0) {
      failures.add(test.getName() + " has no test that succeeds");
    }
    return failures;
  }

  private static String failure(Event event) {
    return event.getTestDescriptor().getDisplayName()
        + ": "
        + event
            .getPayload(TestExecutionResult.class)
            .flatMap(TestExecutionResult::getThrowable)
            .map(Throwable::toString)
            .orElse("no reason");
  }

  private static void compile(List<Path> sources, Path target) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-Xlint:all",
              "-Werror",
              "-d",
              target.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(
                  problems, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new AssertionError("What was written does not compile:\n" + problems);
      }
    }
  }
}
