package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A report in the browser's window, as a person uses it. Elements are named by CSS selectors. */
final class OpenPage {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ChromeDriver driver;
  private final String location;

  OpenPage(ChromeDriver driver, String location) {
    this.driver = driver;
    this.location = location;
  }

  /** The address in the page: {@code #/definition/…}, with its percent signs decoded. */
  String address() {
    String url = driver.getCurrentUrl();
    String address = url.contains("#") ? url.substring(url.indexOf('#')) : "";
    return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Goes to another address, as a link does. */
  void goTo(String address) {
    act("location.hash = arguments[0]", address);
  }

  /** The first element of a selector, awaited. */
  WebElement find(String css) {
    return await(css, elements -> !elements.isEmpty()).get(0);
  }

  /** All elements of a selector that there are now. */
  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** The text of the first element of a selector, as it is seen. */
  String text(String css) {
    return find(css).getText();
  }

  /**
   * The texts of all elements of a selector that there are now, as they are in the document; with
   * U+FFFD for lone surrogates, which WebDriver cannot hand over.
   */
  List<String> texts(String css) {
    return strings("element.textContent", css);
  }

  /**
   * An attribute of all elements of a selector that there are now, with texts as in {@link #texts}.
   */
  List<String> attributes(String css, String name) {
    return strings("element.getAttribute('" + name + "') ?? ''", css);
  }

  private List<String> strings(String expression, String css) {
    Object values =
        run(
            "return [...document.querySelectorAll(arguments[0])].map((element) => ("
                + expression
                + ").toWellFormed())",
            css);
    return ((List<?>) values).stream().map(String::valueOf).toList();
  }

  /** Waits until the elements of a selector are as they should be. */
  List<WebElement> await(String css, Predicate<List<WebElement>> condition) {
    return new WebDriverWait(driver, PATIENCE)
        .withMessage(() -> css + " in:\n" + texts("main") + "\nConsole: " + logs(LogType.BROWSER))
        .until(
            any -> {
              List<WebElement> elements = all(css);
              return condition.test(elements) ? elements : null;
            });
  }

  /** Waits until the first element of a selector has a text. */
  void awaitText(String css, String text) {
    await(css, elements -> !elements.isEmpty() && elements.get(0).getText().contains(text));
  }

  /** Clicks on the first element of a selector. */
  void click(String css) {
    find(css).click();
    settle();
  }

  /** Clicks on the first element of a selector that has exactly this text. */
  void clickText(String css, String text) {
    await(css, elements -> elements.stream().anyMatch(one -> one.getText().strip().equals(text)))
        .stream()
        .filter(one -> one.getText().strip().equals(text))
        .findFirst()
        .orElseThrow()
        .click();
    settle();
  }

  /** Types keys where the focus is: {@code "n"}, {@link Keys#ESCAPE}, a text into a field. */
  void type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    settle();
  }

  void back() {
    driver.navigate().back();
    settle();
  }

  void forward() {
    driver.navigate().forward();
    settle();
  }

  /** Shows the page as in a window of this size, of a telephone too. */
  void resize(int width, int height) {
    resize(driver, width, height);
    settle();
  }

  static void resize(ChromeDriver driver, int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Shows the page as people see it who like dark windows. */
  void darken() {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
  }

  /** Shows the page as it is printed. */
  void emulatePrint() {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    run("dispatchEvent(new Event('beforeprint'))");
  }

  /** Runs a script: {@code return …} gives its value. */
  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** Runs a script that does what a person could do, and waits until the page has drawn it. */
  void act(String script, Object... arguments) {
    run(script, arguments);
    settle();
  }

  /**
   * Waits for the picture after the next one, as the page draws with the next picture: without it,
   * a test sees what was there before its click.
   */
  private void settle() {
    driver.executeAsyncScript(
        "const done = arguments[0];"
            + "requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))");
  }

  /** A computed property of the first element of a selector. */
  String style(String css, String property) {
    return find(css).getCssValue(property);
  }

  /** How many elements the document has. */
  long elements() {
    return (Long) run("return document.querySelectorAll('*').length");
  }

  /** Requires that nothing was written to the console and that no request left the page. */
  void requireQuiet() {
    assertThat(logs(LogType.BROWSER)).as("complaints on the console").isEmpty();
    assertThat(requests()).as("requests").allMatch(this::isOwn);
  }

  private boolean isOwn(String url) {
    return url.startsWith(location) || url.startsWith("data:image/svg+xml,");
  }

  private List<String> requests() {
    return logs(LogType.PERFORMANCE).stream()
        .map(entry -> Json.parseData(entry).get("message"))
        .filter(message -> message.get("method").asText().equals("Network.requestWillBeSent"))
        .map(message -> message.at("/params/request/url").asText())
        .toList();
  }

  private List<String> logs(String type) {
    return StreamSupport.stream(driver.manage().logs().get(type).spliterator(), false)
        .map(LogEntry::getMessage)
        .toList();
  }
}
