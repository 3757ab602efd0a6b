package kr.pgsdk.examples.shop.sandbox;

import java.net.URI;
import kr.pgsdk.sandbox.Sandbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the sandbox where the shop takes webhooks, and whoever started it what to click. */
@Component
class Webhooks {
  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

  private final ObjectProvider<Sandbox> sandbox;

  Webhooks(ObjectProvider<Sandbox> sandbox) {
    this.sandbox = sandbox;
  }

  @EventListener
  void started(WebServerInitializedEvent event) {
    String shop = "http://localhost:" + event.getWebServer().getPort();
    sandbox.ifAvailable(
        here -> {
          here.toss().sendWebhooksTo(URI.create(shop + "/pg/webhooks/toss"));
          here.iamport().sendWebhooksTo(URI.create(shop + "/pg/webhooks/iamport"));
          here.portOne().sendWebhooksTo(URI.create(shop + "/pg/webhooks/portone"));
        });
  }

  /** Its shelf is filled by now. */
  @EventListener
  void open(ApplicationReadyEvent event) {
    String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
    if (sandbox.getIfAvailable() != null) {
      LOG.info("No gateway's keys: no money moves. Things to try: http://localhost:{}/try", port);
    }
    LOG.info("The shop is open: http://localhost:{}/ until Ctrl-C", port);
  }
}
