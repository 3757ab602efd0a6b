/** Tests of a shop on Spring Boot, against the sandbox. */
@org.jspecify.annotations.NullMarked
open module kr.pgsdk.spring.test {
  requires transitive kr.pgsdk.sandbox;
  requires static org.jspecify;
  requires static spring.beans;
  requires static spring.context;
  requires static spring.core;
  requires static spring.test;

  exports kr.pgsdk.spring.test;
}
