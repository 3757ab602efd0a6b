/** The sandbox in tests of JUnit 5 and 6. */
@NullMarked
package kr.pgsdk.sandbox.junit;

import org.jspecify.annotations.NullMarked;
