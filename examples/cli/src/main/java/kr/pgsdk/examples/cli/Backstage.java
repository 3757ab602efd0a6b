package kr.pgsdk.examples.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the sandbox's web server from logging every request to standard error. */
final class Backstage {
  // Held here: java.util.logging forgets the level of a logger that nobody holds.
  private static final Logger WEB_SERVER = Logger.getLogger("mockwebserver3");

  private Backstage() {}

  static void silence() {
    WEB_SERVER.setLevel(Level.WARNING);
  }
}
