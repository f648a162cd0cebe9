package io.stepunit.internal.report.page;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium, one for all tests of a run. Where {@code chromium} and {@code chromedriver}
 * are is looked up in the path.
 */
final class Chromium implements AutoCloseable {
  private final ChromeDriver driver;
  private final Path directory;

  private Chromium(ChromeDriver driver, Path directory) {
    this.driver = driver;
    this.directory = directory;
  }

  /** Starts the browser; nothing if this machine has none. */
  static Optional<Chromium> start() {
    Optional<Path> browser = find("chromium", "chromium-browser", "google-chrome");
    Optional<Path> chromedriver = find("chromedriver");
    return browser.isPresent() && chromedriver.isPresent()
        ? Optional.of(start(browser.get(), chromedriver.get()))
        : Optional.empty();
  }

  private static Chromium start(Path browser, Path chromedriver) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.toFile());
    options.addArguments(
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .usingAnyFreePort()
            .build();
    try {
      return new Chromium(
          new ChromeDriver(service, options), Files.createTempDirectory("stepunit-page"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> find(String... names) {
    List<String> directories = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
    return Arrays.stream(names)
        .flatMap(name -> directories.stream().map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens the page of some data at an address such as {@code #/}, light and 1440 × 900. */
  OpenPage open(PageData data, String address) {
    try {
      Path file = directory.resolve("index.html");
      ReportPage.of(data).writeTo(file);
      return open(file, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a page that was written before. */
  OpenPage open(Path file, String address) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    OpenPage.resize(driver, 1440, 900);
    driver.get("about:blank");
    driver.manage().logs().get(LogType.BROWSER);
    driver.manage().logs().get(LogType.PERFORMANCE);
    driver.get(file.toUri() + address);
    return new OpenPage(driver, file.toUri().toString());
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    Files.deleteIfExists(directory.resolve("index.html"));
    Files.deleteIfExists(directory);
  }
}
