package kr.pgsdk.examples.shop.pages;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The plain page for what Tomcat refuses before the shop is asked, such as an address with a stray
 * {@code %}. Whose language it is for isn't known yet, so it has both.
 */
@Configuration(proxyBeanMethods = false)
class EarlyRefusals {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="ko">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>처리하지 못했습니다 · 고요 찻집</title>
        <link rel="stylesheet" href="/static/shop.css">
      </head>
      <body>
        <main class="narrow">
          <section class="state over"><h1>처리하지 못했습니다</h1>
            <p>주소를 확인하고 처음부터 다시 해 주세요.</p>
            <p lang="en">That didn't work. Please check the address, and begin again.</p></section>
          <p class="act"><a class="button quiet" href="/">고요 찻집</a></p>
        </main>
      </body>
      </html>
      """;

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> plainRefusals() {
    return factory ->
        factory.addContextCustomizers(
            context -> context.getParent().getPipeline().addValve(new PlainRefusal()));
  }

  /** Nearer to the request than Spring Boot's own, which then finds it reported. */
  private static final class PlainRefusal extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      boolean done = response.getStatus() < 400 || response.getContentWritten() > 0;
      if (done || !response.setErrorReported()) {
        return;
      }
      try {
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Writer page = response.getReporter();
        if (page != null) {
          page.write(PAGE);
          response.finishResponse();
        }
      } catch (IOException e) {
        // The client has gone.
      }
    }
  }
}
