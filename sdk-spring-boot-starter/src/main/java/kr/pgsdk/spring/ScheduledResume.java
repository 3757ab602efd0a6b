package kr.pgsdk.spring;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import kr.pgsdk.durable.DurablePayments;
import kr.pgsdk.durable.Resumed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Calls {@code resume} on a scheduler: every few seconds on one server at a time, and at once on
 * the server that a webhook came to. Runs never overlap on one server. When the application stops,
 * nothing new is begun, and the piece under way ends.
 */
final class ScheduledResume implements ResumeJob, SmartLifecycle, DisposableBean {
  /** The bean that runs it, if the shop has one of this name. */
  static final String SCHEDULER = "pgsdkScheduler";

  private static final Logger LOG = LoggerFactory.getLogger("kr.pgsdk.spring");
  // Between two slices a stop is noticed.
  private static final Duration SLICE = Duration.ofMillis(500);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(70);

  private final DurablePayments payments;
  private final TaskScheduler scheduler;
  private final boolean ownsScheduler;
  private final ResumeLease lease;
  private final ResumeProperties properties;
  private final ReentrantLock running = new ReentrantLock();
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile @Nullable Future<?> scheduled;

  ScheduledResume(
      DurablePayments payments,
      @Nullable TaskScheduler scheduler,
      ResumeLease lease,
      ResumeProperties properties) {
    this.payments = payments;
    this.scheduler = scheduler != null ? scheduler : own();
    this.ownsScheduler = scheduler == null;
    this.lease = lease;
    this.properties = properties;
  }

  /**
   * No bean: Spring Boot's own scheduler would stay away, and the shop's jobs wait for gateways.
   */
  private static ThreadPoolTaskScheduler own() {
    ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    scheduler.setThreadNamePrefix("pgsdk-resume-");
    scheduler.setDaemon(true);
    scheduler.initialize();
    return scheduler;
  }

  @Override
  public void wake() {
    if (isRunning() && woken.compareAndSet(false, true)) {
      try {
        Future<?> unused = scheduler.schedule(this::runWoken, scheduler.getClock().instant());
      } catch (TaskRejectedException e) {
        woken.set(false); // it stops, or its queue is full: the next run takes it up
      }
    }
  }

  private void runWoken() {
    running.lock();
    try {
      woken.set(false);
      resume();
    } finally {
      running.unlock();
    }
  }

  private void runOnTime() {
    // The lease outlives the longest run and the pause after it.
    Duration lasts = properties.every().multipliedBy(2).plus(properties.budget());
    if (running.tryLock()) {
      try {
        if (lease.take(lasts)) {
          resume();
        }
      } finally {
        running.unlock();
      }
    }
  }

  private void resume() {
    try {
      long slices = Math.max(1, properties.budget().dividedBy(SLICE));
      for (long i = 0; i < slices && isRunning(); i++) {
        Resumed done = payments.resume(SLICE);
        if (done.orders() + done.refunds() == 0 || done.failed() > 0) {
          return;
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("resume failed; the next run comes as planned", e);
    }
  }

  @Override
  public void start() {
    scheduled = scheduler.scheduleWithFixedDelay(this::runOnTime, properties.every());
  }

  @Override
  public boolean isRunning() {
    return scheduled != null;
  }

  /** Waits for the piece of work under way; an interrupt would leave a refund in doubt. */
  @Override
  public void stop() {
    Future<?> job = scheduled;
    scheduled = null;
    if (job == null) {
      return;
    }
    job.cancel(false);
    try {
      if (running.tryLock(LONGEST_CALL.toMillis(), TimeUnit.MILLISECONDS)) {
        running.unlock();
        lease.giveUp();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends its own scheduler; the shop's stays the shop's. */
  @Override
  public void destroy() {
    if (ownsScheduler) {
      ((ThreadPoolTaskScheduler) scheduler).shutdown();
    }
  }
}
