package kr.pgsdk.spring.web;

/** What a property says of an address of the shop's, checked when the shop starts. */
final class Paths {
  private Paths() {}

  /** An address that a merchant's name is put behind. */
  static void check(String property, String path) {
    if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
      throw new IllegalArgumentException(
          property
              + " must be a path such as /pg/here, which begins with / and doesn't end with /");
    }
  }
}
