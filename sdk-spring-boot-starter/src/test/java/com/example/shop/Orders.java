package com.example.shop;

import java.util.Map;
import kr.pgsdk.core.OrderId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
record Orders(JdbcClient jdbc) {
  @PostMapping("/orders")
  Map<String, OrderId> create() {
    OrderId id = OrderId.random();
    jdbc.sql("insert into purchase (id, price, state) values (?, 15000, 'NEW')")
        .param(id.value())
        .update();
    return Map.of("id", id);
  }

  @GetMapping("/orders/{id}")
  String state(@PathVariable("id") String id) {
    return jdbc.sql("select state from purchase where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .orElse("no such order");
  }
}
