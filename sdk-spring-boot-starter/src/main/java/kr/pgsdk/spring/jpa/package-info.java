/** The SDK's values as columns of JPA entities. */
@NullMarked
package kr.pgsdk.spring.jpa;

import org.jspecify.annotations.NullMarked;
