package io.stepunit.internal.report.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests that look at pages in a browser: they take a {@link Pages} as a parameter. After
 * each test, its pages must not have complained on the console, nor asked for anything.
 *
 * <p>Where there is no Chromium, the tests are skipped; with {@code -Dstepunit.browser=required}
 * they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
@interface BrowserTest {}
