/**
 * Iamport (PortOne V1) as documented: routes and parameters here, then tokens, prepared amounts and
 * the life of a payment, which know no HTTP.
 */
@NullMarked
package kr.pgsdk.sandbox.iamport;

import org.jspecify.annotations.NullMarked;
