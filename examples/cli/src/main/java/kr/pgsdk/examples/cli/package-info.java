/**
 * The command {@code pg}: {@link kr.pgsdk.examples.cli.Main} starts it, {@link
 * kr.pgsdk.examples.cli.Pg} is its root, each verb is a class named after it, and {@code Demo}
 * shows a payment's life on the sandbox. It uses the SDK's public API only: this is an example too.
 */
@NullMarked
package kr.pgsdk.examples.cli;

import org.jspecify.annotations.NullMarked;
