package kr.pgsdk.core.internal.http;

import kotlin.KotlinVersion;

/** Refuses an OkHttp older than the one this SDK is built against, or too old a Kotlin for it. */
final class OkHttpVersion {
  private static final int MAJOR = 5;
  private static final int MINOR = 5;

  private OkHttpVersion() {}

  /**
   * Checks what the class path really holds.
   *
   * @throws IllegalStateException if it is too old, with what to change
   */
  static void check() {
    check(KotlinVersion.CURRENT);
    String version;
    try {
      // Read at run time: the compiler would copy the constant of the version built against.
      version = (String) Class.forName("okhttp3.OkHttp").getField("VERSION").get(null);
    } catch (ReflectiveOperationException e) {
      version = "older than 4";
    }
    check(version);
  }

  // OkHttp 5.5 needs kotlin.enums, and Spring Boot up to 3.0 brings a Kotlin without it.
  static void check(KotlinVersion version) {
    if (!version.isAtLeast(1, 8, 20)) {
      throw new IllegalStateException(
          "this SDK needs Kotlin's standard library 1.8.20 or newer, but the class path has "
              + version
              + ": set org.jetbrains.kotlin:kotlin-stdlib in your build to a newer version"
              + " (Spring Boot: the property kotlin.version)");
    }
  }

  static void check(String version) {
    if (isOlder(version)) {
      throw new IllegalStateException(
          "this SDK needs OkHttp 5.5 or newer, but the class path has OkHttp "
              + version
              + ": remove the older com.squareup.okhttp3:okhttp from your build,"
              + " or set it to the version of com.squareup.okhttp3:okhttp-jvm that the SDK brings"
              + " (Spring Boot: the property okhttp.version)");
    }
  }

  private static boolean isOlder(String version) {
    String[] parts = version.split("\\.", 3);
    try {
      int major = Integer.parseInt(parts[0]);
      return parts.length < 3
          || major < MAJOR
          || (major == MAJOR && Integer.parseInt(parts[1]) < MINOR);
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
