package kr.pgsdk.examples.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts {@code pg} as a process. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its exit code. The launcher says in {@code
   * pg.command} how it was called, and sets {@code pg.colour} if standard output and standard error
   * both are a terminal, {@code pg.progress} if only standard error is, {@code pg.closed} if
   * standard output is closed.
   */
  public static void main(String[] args) {
    // Not System.out: its encoding follows the locale, and Korean would be lost under LANG=C.
    PrintStream out = utf8(new FileOutputStream(FileDescriptor.out));
    PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
    if (Boolean.getBoolean("pg.closed")) {
      out.close(); // so that writing fails: the launcher has put a device there that takes it all
    }
    System.setErr(err); // the logger's
    Terminal terminal =
        new Terminal(
            System.getProperty("pg.command", "pg"),
            System.in,
            out,
            err,
            System.getenv(),
            Boolean.getBoolean("pg.colour"),
            Boolean.getBoolean("pg.progress"));
    int exitCode = Pg.run(terminal, args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  private static PrintStream utf8(OutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
