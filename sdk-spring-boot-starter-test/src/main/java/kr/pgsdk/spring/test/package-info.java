/** Tests of a shop on Spring Boot: {@link kr.pgsdk.spring.test.PgSandbox}. */
@NullMarked
package kr.pgsdk.spring.test;

import org.jspecify.annotations.NullMarked;
