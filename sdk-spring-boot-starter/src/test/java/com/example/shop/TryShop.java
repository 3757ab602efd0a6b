package com.example.shop;

import kr.pgsdk.spring.test.PgSandboxInitializer;
import org.springframework.boot.builder.SpringApplicationBuilder;

class TryShop {
  public static void main(String[] args) {
    new SpringApplicationBuilder(ShopApplication.class)
        .initializers(new PgSandboxInitializer())
        .run(args);
  }
}
