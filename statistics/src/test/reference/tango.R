# Usage: Rscript statistics/src/test/reference/tango.R > …/fixtures/tango-r.tsv
# The restricted likelihood is maximised by search, the score's root found by uniroot.
source("statistics/src/test/reference/header.R")
z <- function(t, delta) {
  b <- t[1]; c <- t[2]; n <- t[3]
  l <- function(q) {
    term <- function(k, p) if (k == 0) 0 else k * log(p)
    term(b, q + delta) + term(c, q) + term(n - b - c, 1 - 2 * q - delta)
  }
  low <- max(0, -delta); high <- (1 - delta) / 2
  g <- function(q) (if (b) b / (q + delta) else 0) + (if (c) c / q else 0) - 2 * (if (n - b - c) (n - b - c) / (1 - 2 * q - delta) else 0)
  e <- (high - low) * 1e-13
  q <- if (g(low + e) <= 0) low else if (g(high - e) >= 0) high else uniroot(g, c(low + e, high - e), tol = 1e-17, maxiter = 10000)$root
  (b - c - n * delta) / sqrt(n * (2 * q + delta - delta^2))
}
rows <- list()
for (t in list(c(12, 2, 50), c(2, 12, 50), c(0, 1, 44), c(5, 5, 30), c(88, 61, 1000), c(30, 0, 30), c(7, 3, 10)))
  for (level in c(0.95, 0.8)) {
    k <- qnorm((1 + level) / 2); d <- (t[1] - t[2]) / t[3]; e <- 1e-9
    lower <- if (z(t, -1 + e) < k) -1 else uniroot(function(x) z(t, x) - k, c(-1 + e, d - 1e-12), tol = 1e-15)$root
    upper <- if (d > 1 - e || z(t, 1 - e) > -k) 1 else uniroot(function(x) z(t, x) + k, c(d + 1e-12, 1 - e), tol = 1e-15)$root
    rows[[length(rows) + 1]] <- data.frame(first_only = t[1], second_only = t[2], n = t[3], level, lower, upper,
      above_minus = pnorm(z(t, -0.1), lower.tail = FALSE), above_plus = pnorm(z(t, 0.05), lower.tail = FALSE))
  }
fixture("Tango's score interval and tests", "tango.R", c(), do.call(rbind, rows))
