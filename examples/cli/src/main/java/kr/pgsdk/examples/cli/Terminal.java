package kr.pgsdk.examples.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What surrounds one run of {@code pg}.
 *
 * @param in what {@code inspect -} reads
 * @param out where the result goes, in UTF-8
 * @param err where errors and hints for people go, in UTF-8
 * @param environment the environment variables
 * @param colour whether people look at both streams in colour
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean colour) {}
