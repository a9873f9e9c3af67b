# Usage: Rscript statistics/src/test/reference/hall.R > …/fixtures/hall-r.tsv
# Hall's transformation written out and solved by uniroot, not by its closed inverse.
source("statistics/src/test/reference/header.R")
line <- function(v) paste(sprintf("%.17g", v), collapse = ",")
rows <- list()
add <- function(y, w, g, level) {
  W <- tapply(w, g, sum); n <- length(y); m <- weighted.mean(y, w)
  r <- tapply(w * (y - m), g, sum) / sqrt(1 - W / sum(W))
  se <- sqrt(sum(r^2)) / sum(W); a <- sum(r^3) / sum(r^2)^1.5
  df <- if (length(W) == n && all(w == w[1])) 2 * (n - 1) else max(1, sum(W^2)^2 / sum(W^4) - 1)
  back <- function(y) {
    t <- uniroot(function(t) t + a * t^2 / 3 + a^2 * t^3 / 27 + a / 6 - y, c(-1e4, 1e4), tol = 1e-15, maxiter = 10000)$root
    for (i in 1:3) t <- t - (t + a * t^2 / 3 + a^2 * t^3 / 27 + a / 6 - y) / (1 + a * t / 3)^2
    t
  }
  q <- qt((1 + level) / 2, df)
  rows[[length(rows) + 1]] <<- data.frame(values = line(y), weights = line(w), clusters = line(g), level,
    lower = m - back(q) * se, upper = m - back(-q) * se)
}
set.seed(20260101)
sizes <- c(1, 4, 2, 7, 3, 5, 5, 1, 9, 2)
g1 <- rep(seq_along(sizes), sizes)
for (level in c(0.8, 0.95)) {
  for (y in list(c(1, 2), c(0.1, 0.2, 0.2, 0.9), c(-3, 4.5, 1e3, 7), rexp(30), rnorm(30), c(rep(0, 9), 1), round(runif(200), 2)))
    add(y, rep(1, length(y)), seq_along(y), level)
  add(c(0.5, 0.25, 1, 0, 0, 0.125), rep(1, 6), c(1, 2, 2, 3, 3, 3), level)
  add(rexp(length(g1)) + g1 / 3, rep(1, length(g1)), g1, level)
  add(rexp(length(g1)) + g1 / 3, runif(length(g1), 0.5, 3), g1, level)
  add(rexp(8), runif(8, 0.5, 3), 1:8, level)
  add(rbeta(200, 0.5, 2), rep(1, 200), rep(1:40, each = 5), level)
}
fixture("Hall's interval of a mean, with CR2 residuals", "hall.R", c("stats"), do.call(rbind, rows))
