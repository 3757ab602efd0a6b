package kr.pgsdk.spring;

/**
 * The job that takes up what is due. The starter has a bean of this type, which runs every few
 * seconds on one server at a time, unless the shop has one of its own, such as for a scheduler that
 * all of its servers share. Thread-safe.
 */
@FunctionalInterface
public interface ResumeJob {
  /**
   * Runs soon, on another thread: the endpoints call it after a webhook was noted. Blocks for
   * nothing. A job that runs on time alone may ignore it.
   */
  void wake();
}
