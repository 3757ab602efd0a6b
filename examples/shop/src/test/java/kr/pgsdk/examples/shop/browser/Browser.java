package kr.pgsdk.examples.shop.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium of this machine, without a screen. Nothing is downloaded. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static final String PHONE =
      "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0"
          + " Mobile Safari/537.36";

  private final Path profile;
  private final ChromeDriver driver;
  private boolean phone;

  private Browser(Path profile, ChromeDriver driver) {
    this.profile = profile;
    this.driver = driver;
  }

  /** Starts one; skips the test where the machine has none, and fails where it must have one. */
  static Browser start() {
    boolean isThere = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (!isThere && System.getenv("CI") != null) {
      throw new AssertionError("no " + CHROMIUM + " and " + DRIVER + ": .ci/run installs them");
    }
    Assumptions.assumeTrue(
        isThere, "SKIPPED: needs Debian's packages chromium and chromium-driver");
    try {
      Path profile = Files.createTempDirectory("pgsdk-browser");
      LoggingPreferences logs = new LoggingPreferences();
      logs.enable(LogType.BROWSER, Level.ALL);
      ChromeOptions options = new ChromeOptions();
      options.setBinary(CHROMIUM.toFile());
      options.setCapability("goog:loggingPrefs", logs);
      options.addArguments(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--window-size=1200,900",
          "--user-data-dir=" + profile);
      ChromeDriverService service =
          new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
      return new Browser(profile, new ChromeDriver(service, options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks like a phone from the next page on, or like a desktop again. */
  void asPhone(boolean phone) {
    this.phone = phone;
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            phone ? 390 : 1280,
            "height",
            phone ? 844 : 900,
            "deviceScaleFactor",
            phone ? 2 : 1,
            "mobile",
            phone));
    driver.executeCdpCommand(
        "Emulation.setUserAgentOverride",
        Map.of(
            "userAgent",
            phone ? PHONE : PHONE.replace("Android 14", "x86_64").replace(" Mobile", "")));
  }

  void open(String url) {
    driver.switchTo().defaultContent();
    driver.get(url);
  }

  String url() {
    return driver.getCurrentUrl();
  }

  /** Waits until the browser is at an address that begins so, and returns it. */
  String arrives(String url) {
    driver.switchTo().defaultContent();
    waiting().until(d -> d.getCurrentUrl().startsWith(url));
    return url();
  }

  /** Enters the frame with this title. */
  void enter(String title) {
    driver.switchTo().defaultContent();
    WebElement frame =
        waiting().until(d -> d.findElement(By.cssSelector("iframe[title='" + title + "']")));
    driver.switchTo().frame(frame);
  }

  boolean has(String css) {
    return !driver.findElements(By.cssSelector(css)).isEmpty();
  }

  /** Clicks what is there, or comes, and can be clicked. */
  void click(String css) {
    waiting()
        .until(
            d -> {
              WebElement element = d.findElement(By.cssSelector(css));
              element.click();
              return element;
            });
  }

  /** Clicks, and waits until another page is there. */
  void submit(String css) {
    driver.executeScript("window.before = true");
    click(css);
    waiting()
        .until(
            d ->
                Boolean.TRUE.equals(
                    driver.executeScript(
                        "return !window.before && document.readyState === 'complete'")));
  }

  /** Chooses an option of a list. */
  void choose(String css, String value) {
    new Select(waiting().until(d -> d.findElement(By.cssSelector(css)))).selectByValue(value);
  }

  /** Presses keys, as somebody without a mouse does. */
  void press(Keys... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /** What a script of the page returns. */
  Object asks(String script) {
    return driver.executeScript(script);
  }

  /** Waits until an element has this in its text. */
  String says(String css, String text) {
    return waiting()
        .until(
            d -> {
              String shown = d.findElement(By.cssSelector(css)).getText();
              return shown.contains(text) ? shown : null;
            });
  }

  void type(String css, String text) {
    WebElement field = driver.findElement(By.cssSelector(css));
    field.clear();
    field.sendKeys(text);
  }

  boolean isPhone() {
    return phone;
  }

  /** Waits until the page has this, and returns its address. */
  String shows(String css) {
    driver.switchTo().defaultContent();
    waiting()
        .withMessage(() -> "no " + css + " at " + driver.getCurrentUrl() + ": " + bodyText())
        .until(d -> d.findElement(By.cssSelector(css)));
    return url();
  }

  /** Reloads until the page has this. */
  void reloadsUntil(String css) {
    waiting()
        .withMessage(() -> "no " + css + " at " + driver.getCurrentUrl() + ": " + bodyText())
        .until(
            d -> {
              d.navigate().refresh();
              return d.findElement(By.cssSelector(css));
            });
  }

  private String bodyText() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** Reads an element's text, when it is there. */
  String text(String css) {
    return waiting().until(d -> d.findElement(By.cssSelector(css)).getText());
  }

  /** Opens another tab, and returns the one that is left. */
  String openTab() {
    String here = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    return here;
  }

  /** Goes to another tab, and returns the one that is left. */
  String toTab(String handle) {
    String here = driver.getWindowHandle();
    driver.switchTo().window(handle);
    return here;
  }

  /** Forgets who it is. */
  void forget() {
    driver.manage().deleteAllCookies();
  }

  /** How far the page is wider than its window. */
  long overflow() {
    return ((Number)
            driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .longValue();
  }

  /** What the browser complained about since it was asked last. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Keeps a picture among the build's output. */
  void keepPicture(String name) {
    try {
      Path picture = Path.of("target", "screenshots", name + ".png");
      Files.createDirectories(picture.getParent());
      Files.write(picture, driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WebDriverWait waiting() {
    WebDriverWait wait = new WebDriverWait(driver, LONGEST, Duration.ofMillis(50));
    wait.ignoring(org.openqa.selenium.WebDriverException.class);
    return wait;
  }

  @Override
  public void close() {
    driver.quit();
    try (var files = Files.walk(profile)) {
      files
          .sorted(java.util.Comparator.reverseOrder())
          .map(Path::toFile)
          .forEach(java.io.File::delete);
    } catch (IOException | UncheckedIOException e) {
      // A browser that is still ending: its folder is in the machine's temporary one.
    }
  }
}
