/** What comes to the shop from outside: webhooks, and buyers who return from a checkout. */
@NullMarked
package kr.pgsdk.spring.web;

import org.jspecify.annotations.NullMarked;
