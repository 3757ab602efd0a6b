package kr.pgsdk.examples.shop.browser;

import kr.pgsdk.core.PaymentId;
import kr.pgsdk.examples.shop.ShopTest;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do in the shop with a real browser. Pictures are kept in target/screenshots. */
@Tag("slow")
@Timeout(120)
@ShopTest
abstract class Flow {
  static Browser browser;

  @LocalServerPort int port;
  @Autowired Sandbox sandbox;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  static void startBrowser() {
    browser = Browser.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void anotherBuyer() {
    browser.asPhone(false);
    browser.open(shop("/"));
    browser.forget();
    sandbox.toss().clearFaults();
    sandbox.iamport().clearFaults();
    sandbox.portOne().clearFaults();
  }

  // --- In the shop

  String shop(String path) {
    return "http://localhost:" + port + path;
  }

  /** Orders one of a product, as far as the button that opens the window. */
  void order(String product, String gateway, String method) {
    browser.open(shop("/"));
    browser.click("form:has([value=" + product + "]) button");
    browser.click("#to-order");
    fillsIn();
    browser.click("label:has(input[value=" + gateway + "])");
    browser.click("label:has(input[value=" + method + "])");
    browser.click("form.form button");
    browser.says("#pay-button", "");
  }

  void fillsIn() {
    browser.says("h1", "주문서");
    browser.type("[name=receiver]", "김고요 <b>&\"'");
    browser.type("[name=address]", "경남 하동군 화개면 1");
  }

  void books(String gathering, String seat, String gateway) {
    browser.open(shop("/gatherings/" + gathering));
    browser.click("label:has(input[value=" + seat + "])");
    browser.click("label:has(input[value=" + gateway + "])");
    browser.type("[name=name]", "김고요");
    browser.click("form.form button");
    browser.says("#pay-button", "");
  }

  void namesAnAccount() {
    browser.choose("[name=bank]", "SHINHAN");
    browser.type("[name=number]", "110-123-456789");
    browser.type("[name=holder]", "김고요");
  }

  /** Waits until the order stands so, and returns the page's address. */
  String standing(String standing) {
    return browser.shows("[data-standing=" + standing + "]");
  }

  void reloadsUntil(String standing) {
    browser.reloadsUntil("[data-standing=" + standing + "]");
  }

  /** The order that the browser is at. */
  String orderHere() {
    return browser.url().replaceAll(".*/orders/([^/?]+).*", "$1");
  }

  // --- At the gateways

  SandboxGateway at(String gateway) {
    return switch (gateway) {
      case "toss" -> sandbox.toss();
      case "iamport" -> sandbox.iamport();
      case "portone" -> sandbox.portOne();
      default -> throw new IllegalArgumentException(gateway);
    };
  }

  /** Where a gateway is asked for a refund. */
  static String cancels(String gateway) {
    return gateway.equals("iamport")
        ? "/payments/cancel"
        : gateway.equals("toss") ? "/v1/payments" : "/payments";
  }

  // --- In the payment window, and at the buyers' bank

  void opensTheWindow() {
    browser.click("#pay-button:enabled");
    if (!browser.isPhone()) {
      browser.enter("결제창");
    }
    browser.says("#submit", "");
  }

  void pays() {
    opensTheWindow();
    browser.click("#submit");
  }

  /** Orders, pays by card, and returns the order. */
  String paidOrder(String gateway) {
    order("sejak", gateway, "CARD");
    pays();
    standing("PAID");
    return orderHere();
  }

  /** Chooses what becomes of the payment. */
  void tries(String outcome) {
    opensTheWindow();
    browser.click("#trials summary");
    browser.click("label:has(input[value=" + outcome + "])");
    browser.click("#submit");
  }

  void deposits(String order) {
    browser.open(sandbox.bankUrl());
    browser.click("[data-order='" + order + "'] .primary");
    browser.says("[data-order='" + order + "'] .state", "입금 완료");
  }

  // --- Behind the counter

  void operatorLogsIn() {
    browser.open(shop("/operator"));
    if (browser.has("[name=username]")) {
      browser.type("[name=username]", "operator");
      browser.type("[name=password]", ShopTest.PASSWORD);
      browser.submit("main form button");
    }
  }

  // --- In the books

  long stock(String product) {
    return jdbc.sql("select stock from shop_product where product_id = ?")
        .param(product)
        .query(Long.class)
        .single();
  }

  long captured(String order) {
    return number("captured", order);
  }

  long returned(String order) {
    return number("returned", order);
  }

  /** What paid an order. */
  PaymentId payment(String order) {
    return PaymentId.of(
        jdbc.sql("select payment_id from shop_order where order_id = ?")
            .param(order)
            .query(String.class)
            .single());
  }

  private long number(String column, String order) {
    return jdbc.sql("select " + column + " from shop_order where order_id = ?")
        .param(order)
        .query(Long.class)
        .single();
  }
}
