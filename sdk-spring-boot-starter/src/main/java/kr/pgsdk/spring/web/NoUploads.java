package kr.pgsdk.spring.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses uploads at the endpoints. No gateway sends one, and Spring reads them before any
 * controller is asked: a broken one would be a 500.
 */
final class NoUploads extends OncePerRequestFilter {
  private final List<String> paths;

  NoUploads(String... paths) {
    this.paths = List.of(paths);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null
        || !type.regionMatches(true, 0, "multipart/", 0, 10)
        || paths.stream().noneMatch(path -> request.getRequestURI().contains(path + "/"));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
  }
}
