/**
 * The sandbox in a browser: stand-ins for the gateways' scripts, the payment window they open, and
 * the buyer's bank.
 */
@org.jspecify.annotations.NullMarked
package kr.pgsdk.sandbox.window;
