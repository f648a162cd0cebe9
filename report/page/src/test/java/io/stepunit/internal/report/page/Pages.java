package io.stepunit.internal.report.page;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pages that a test opens, one after another in the same window. */
final class Pages {
  private final Chromium browser;
  private final List<OpenPage> opened = new ArrayList<>();

  Pages(Chromium browser) {
    this.browser = browser;
  }

  /** Opens the page of some data at an address such as {@code #/}, light and 1440 × 900. */
  OpenPage open(PageData data, String address) {
    requireQuiet();
    OpenPage page = browser.open(data, address);
    opened.add(page);
    return page;
  }

  /** Opens a page that was written before. */
  OpenPage open(Path file, String address) {
    requireQuiet();
    OpenPage page = browser.open(file, address);
    opened.add(page);
    return page;
  }

  /** Requires that the page in the window has not complained and has not asked for anything. */
  void requireQuiet() {
    opened.forEach(OpenPage::requireQuiet);
    opened.clear();
  }
}
