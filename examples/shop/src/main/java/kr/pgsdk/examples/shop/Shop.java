package kr.pgsdk.examples.shop;

import kr.pgsdk.examples.shop.sandbox.Gateways;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A tea house on the web. Without a gateway's keys it is paid in a sandbox of its own. */
@SpringBootApplication
@EnableScheduling
public class Shop {
  /** Starts it. */
  public static void main(String[] args) {
    SpringApplication shop = new SpringApplication(Shop.class);
    shop.addInitializers(new Profiles(), new Gateways());
    shop.run(args);
  }
}
