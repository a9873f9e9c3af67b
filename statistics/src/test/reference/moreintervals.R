# Usage: Rscript statistics/src/test/reference/moreintervals.R > …/fixtures/moreintervals-r.tsv
source("statistics/src/test/reference/header.R")
rows <- list()
add <- function(method, x1, n1, x2, n2, level, lower, upper)
  rows[[length(rows) + 1]] <<- data.frame(method, x1, n1, x2, n2, level, lower, upper)
root <- function(f, range) uniroot(f, range, tol = 1e-14, maxiter = 10000)$root
for (v in list(c(3, 10, 8, 10), c(0, 5, 3, 5), c(7, 12, 5, 12), c(9, 9, 4, 9), c(0, 4, 0, 4), c(40, 100, 44, 100), c(5, 5, 0, 5)))
  for (level in c(0.95, 0.8)) {
    m <- matrix(c(v[1], v[2] - v[1], v[3], v[4] - v[3]), 2); tail <- (1 - level) / 2
    p <- function(l, side) fisher.test(m, or = exp(l), alternative = side)$p.value - tail
    low <- max(0, v[1] + v[3] - v[4]); high <- min(v[2], v[1] + v[3])
    add("odds-ratio-exact", v[1], v[2], v[3], v[4], level,
        if (v[1] == low) 0 else exp(root(function(l) p(l, "greater"), c(-12, 12))),
        if (v[1] == high) Inf else exp(root(function(l) p(l, "less"), c(-12, 12))))
    # of the same items: 5 + x2 differ
    b <- v[1]; c <- v[3]
    if (b + c > 0) {
      i <- binom.test(b, b + c, conf.level = level)$conf.int
      add("odds-ratio-paired-exact", b, 0, c, 0, level, i[1] / (1 - i[1]), i[2] / (1 - i[2]))
    }
    # Koopman: the restricted likelihood by search
    score <- function(t) {
      g <- function(q) (v[1] + v[3]) / q - (v[2] - v[1]) * t / (1 - t * q) - (v[4] - v[3]) / (1 - q)
      top <- min(1, 1 / t)
      q <- if (g(top * (1 - 1e-15)) >= 0) top else root(g, c(1e-12, top * (1 - 1e-15)))
      s <- sqrt(t * q * (1 - t * q) / v[2] + t^2 * q * (1 - q) / v[4])
      (v[1] / v[2] - t * v[3] / v[4]) / s
    }
    k <- qnorm((1 + level) / 2)
    if (v[1] + v[3] > 0 && v[1] > 0 && v[3] > 0 && v[1] < v[2] && v[3] < v[4]) {
      d <- log(v[1] * v[4] / v[2] / v[3])
      add("ratio-score", v[1], v[2], v[3], v[4], level, exp(root(function(l) score(exp(l)) - k, c(d - 8, d - 1e-9))),
          exp(root(function(l) score(exp(l)) + k, c(d + 1e-9, d + 8))))
    }
  }
for (v in list(c(0, 10), c(3, 10), c(10, 10), c(500, 1000), c(1, 1)))
  for (prior in c(1, 0.5))
    add("beta-posterior", v[1], v[2], prior, prior, 0.95, qbeta(0.025, prior + v[1], prior + v[2] - v[1]),
        qbeta(0.975, prior + v[1], prior + v[2] - v[1]))
# every possible number of right ones that neither tail rules out
for (v in list(c(5, 10, 20), c(0, 10, 20), c(50, 100, 1273), c(90, 100, 110), c(3, 4, 1000), c(3, 10, 50), c(9, 9, 10), c(4, 9, 10), c(700, 1000, 1001)))
  for (level in c(0.95, 0.8)) {
    m <- v[1]:(v[3] - v[2] + v[1]); tail <- (1 - level) / 2
    left <- m[phyper(v[1] - 1, m, v[3] - m, v[2], lower.tail = FALSE) > tail & phyper(v[1], m, v[3] - m, v[2]) > tail]
    p <- v[1] / v[2]
    add("hypergeometric", v[1], v[2], v[3], 0, level, min(p, left / v[3]), max(p, left / v[3]))
  }
fixture("intervals of ratios, posteriors and finite populations", "moreintervals.R", c(), do.call(rbind, rows))
