# Usage: Rscript statistics/src/test/reference/binomial.R > …/fixtures/binomial-r.tsv
source("statistics/src/test/reference/header.R")
cases <- rbind(c(0, 1), c(1, 1), c(0, 5), c(5, 5), c(1, 2), c(2, 4), c(1, 5), c(3, 10), c(9, 10),
               c(39, 100), c(50, 100), c(570, 934), c(55, 69), c(40, 69), c(0, 1273), c(1, 1273),
               c(1272, 1273), c(512346, 1000000), c(3, 1000000))
levels <- c(0.8, 0.95, 0.99)
rows <- list()
add <- function(method, x, n, level, lower, upper)
  rows[[length(rows) + 1]] <<- data.frame(method, successes = x, n, level, lower, upper)
for (level in levels) for (i in seq_len(nrow(cases))) {
  x <- cases[i, 1]; n <- cases[i, 2]; a <- (1 - level) / 2; z <- qnorm(1 - a)
  w <- suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int
  add("wilson", x, n, level, w[1], w[2])
  # prop.test corrects by min(1/2, |x - n/2|): the same only where the latter is not the smaller.
  if (abs(x - n / 2) >= 0.5) {
    w <- suppressWarnings(prop.test(x, n, conf.level = level, correct = TRUE))$conf.int
    add("wilson-corrected", x, n, level, w[1], w[2])
  }
  e <- binom.test(x, n, conf.level = level)$conf.int
  add("clopper-pearson", x, n, level, e[1], e[2])
  m <- n + z^2; p <- (x + z^2 / 2) / m; h <- z * sqrt(p * (1 - p) / m)
  add("agresti-coull", x, n, level, max(0, p - h), min(1, p + h))
  add("jeffreys", x, n, level, if (x == 0) 0 else qbeta(a, x + 0.5, n - x + 0.5),
      if (x == n) 1 else qbeta(a, x + 0.5, n - x + 0.5, lower.tail = FALSE))
}
fixture("intervals of a proportion: prop.test, binom.test, qbeta, and Agresti-Coull's formula",
        "binomial.R", c(), do.call(rbind, rows))
