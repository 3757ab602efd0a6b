package kr.pgsdk.sandbox.log;

import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** SLF4J over {@link LogCapture}: found by the service file in the test resources. */
public final class CapturingProvider implements SLF4JServiceProvider {
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter contexts = new BasicMDCAdapter();

  @Override
  public ILoggerFactory getLoggerFactory() {
    return Capturing::new;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return contexts;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {}

  private static final class Capturing extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    Capturing(String name) {
      this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
      return LogCapture.isEnabled(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
      return LogCapture.isEnabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
      return LogCapture.isEnabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
      return LogCapture.isEnabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
      return LogCapture.isEnabled(Level.ERROR);
    }

    @Override
    protected String getFullyQualifiedCallerName() {
      return Capturing.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level, Marker marker, String message, Object[] arguments, Throwable thrown) {
      LogCapture.log(level, name, MessageFormatter.basicArrayFormat(message, arguments), thrown);
    }
  }
}
