/** The SDK's values as JSON, by Jackson 2 and 3. */
@NullMarked
package kr.pgsdk.spring.json;

import org.jspecify.annotations.NullMarked;
