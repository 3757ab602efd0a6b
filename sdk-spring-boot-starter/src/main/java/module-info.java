/** A shop on Spring Boot: properties, beans and endpoints around durable payments. */
@SuppressWarnings("requires-transitive-automatic") // Spring's jars have automatic names
@org.jspecify.annotations.NullMarked
open module kr.pgsdk.spring {
  requires transitive kr.pgsdk.core;
  requires transitive kr.pgsdk.durable;
  requires transitive kr.pgsdk.iamport;
  requires transitive kr.pgsdk.portone;
  requires transitive kr.pgsdk.toss;
  requires okhttp3;
  requires org.slf4j;
  requires static org.jspecify;
  requires static spring.aop;
  requires static spring.beans;
  requires static spring.boot;
  requires static spring.boot.autoconfigure;
  requires static spring.context;
  requires static spring.core;
  requires static spring.jdbc;
  requires static spring.tx;
  requires static spring.web;
  requires static spring.webmvc;
  requires static com.fasterxml.jackson.databind;
  requires static jakarta.persistence;
  requires static jakarta.servlet;
  requires static micrometer.core;
  requires static micrometer.observation;
  requires static spring.boot.actuator;
  requires static spring.boot.actuator.autoconfigure;
  requires static spring.boot.health;
  requires static tools.jackson.databind;

  exports kr.pgsdk.spring;
  exports kr.pgsdk.spring.jpa;
  exports kr.pgsdk.spring.json;
  exports kr.pgsdk.spring.web;
}
