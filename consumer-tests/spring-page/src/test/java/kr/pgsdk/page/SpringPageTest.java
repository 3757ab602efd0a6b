package kr.pgsdk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * docs/spring.md, followed to the letter on both lines of Spring Boot: its files in a new project
 * of Spring Initializr, its test, its command, and a payment at each gateway in a browser.
 */
class SpringPageTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String APPLICATION =
      """
      package com.example.shop;

      import org.springframework.boot.SpringApplication;
      import org.springframework.boot.autoconfigure.SpringBootApplication;

      @SpringBootApplication
      public class ShopApplication {

      	public static void main(String[] args) {
      		SpringApplication.run(ShopApplication.class, args);
      	}

      }
      """;

  /** As Spring Initializr makes one for what the page names, on a line of Spring Boot. */
  private static Path initialized(String line) throws Exception {
    Path project =
        Files.createDirectories(Path.of("target", "page", line, "shop")).toAbsolutePath();
    Path application = project.resolve("src/main/java/com/example/shop/ShopApplication.java");
    Files.createDirectories(application.getParent());
    Files.writeString(application, APPLICATION);
    try (InputStream pom =
        SpringPageTest.class.getResourceAsStream("/spring-boot-" + line + ".xml")) {
      Files.write(project.resolve("pom.xml"), pom.readAllBytes());
    }
    return project;
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.0", "3.5"})
  void projectOfThePage_passesItsTest_andSellsAtBothGatewaysInABrowser(String line)
      throws Exception {
    Page page = Page.read(Path.of("../../docs/spring.md"), "## Where a return goes");
    assertThat(page.files()).hasSize(8);
    Path project = initialized(line);
    page.into(project);
    UsersMaven maven = UsersMaven.in(project);
    assertThat(maven.run("mvn test")).contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 0");
    assertThat(page.commands()).hasSize(1);
    try (UsersMaven.Running shop = maven.serve(page.commands().get(0))) {
      ChromeDriver browser = browser();
      try {
        for (String gateway : new String[] {"toss", "iamport"}) {
          browser.get(shop.url());
          pay(browser, gateway);
        }
      } finally {
        browser.quit();
      }
    }
  }

  private static void pay(ChromeDriver browser, String gateway) {
    WebDriverWait wait = new WebDriverWait(browser, Duration.ofSeconds(90), Duration.ofMillis(50));
    wait.ignoring(WebDriverException.class);
    click(wait, "button[data-at=" + gateway + "]");
    wait.until(d -> d.switchTo().frame(d.findElement(By.cssSelector("iframe[title='결제창']"))));
    click(wait, "#submit");
    browser.switchTo().defaultContent();
    wait.until(d -> d.getCurrentUrl().contains("order="));
    wait.until(d -> d.findElement(By.id("state")).getText().equals("Your order: PAID"));
  }

  private static void click(WebDriverWait wait, String css) {
    wait.until(
        d -> {
          d.findElement(By.cssSelector(css)).click();
          return true;
        });
  }

  private static ChromeDriver browser() throws Exception {
    boolean isThere = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (!isThere && System.getenv("CI") != null) {
      throw new AssertionError("no " + CHROMIUM + " and " + DRIVER + ": .ci/run installs them");
    }
    Assumptions.assumeTrue(
        isThere, "SKIPPED: needs Debian's packages chromium and chromium-driver");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--user-data-dir=" + Files.createTempDirectory("pgsdk-page"));
    return new ChromeDriver(
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
  }
}
