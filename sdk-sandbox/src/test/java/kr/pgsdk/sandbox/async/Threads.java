package kr.pgsdk.sandbox.async;

import java.util.concurrent.ThreadFactory;

/** Both kinds of threads; virtual ones by name, since the tests are compiled for Java 17. */
enum Threads {
  PLATFORM {
    @Override
    ThreadFactory factory() {
      return task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
      };
    }
  },

  VIRTUAL {
    @Override
    ThreadFactory factory() {
      try {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (ThreadFactory)
            Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("no virtual threads in Java " + Runtime.version(), e);
      }
    }
  };

  abstract ThreadFactory factory();
}
