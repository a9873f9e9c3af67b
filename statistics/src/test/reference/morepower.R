# Usage: Rscript statistics/src/test/reference/morepower.R > …/fixtures/morepower-r.tsv
source("statistics/src/test/reference/header.R")
rows <- list()
add <- function(what, a, b, c, d, value) rows[[length(rows) + 1]] <<- data.frame(what, a, b, c, d, value)
for (v in list(c(50, 0.5, 0.75), c(200, 0.8, 0.85), c(30, 0.1, 0.6), c(1000, 0.9, 0.88), c(10, 0.3, 0.3001)))
  add("two-proportions", v[1], v[2], v[3], 0.95, power.prop.test(n = v[1], p1 = v[2], p2 = v[3])$power)
for (v in list(c(0.5, 0.75, 0.8), c(0.8, 0.85, 0.9), c(0.1, 0.6, 0.8), c(0.02, 0.01, 0.5), c(0.9, 0.88, 0.8)))
  add("two-proportions-needed", v[1], v[2], v[3], 0.95, ceiling(power.prop.test(p1 = v[1], p2 = v[2], power = v[3], tol = 1e-12)$n))
for (v in list(c(0.8, 50, 50), c(0.5, 10, 1), c(0.95, 200, 20), c(1, 10, 10), c(0, 3, 3), c(0.7, 1, 1))) {
  A <- v[1]; q1 <- A / (2 - A); q2 <- 2 * A^2 / (1 + A)
  add("auroc-error", A, v[2], v[3], 0, sqrt((A * (1 - A) + (v[2] - 1) * (q1 - A^2) + (v[3] - 1) * (q2 - A^2)) / (v[2] * v[3])))
}
for (v in list(c(0.4, 0.7, 0.3), c(0.6, 0.8, 0.5), c(0, 0.2, 0.1), c(0.5, 0.3, 0.9), c(0.8, 0.9, 0.4))) {
  pi <- v[3]; prob <- function(k) c(pi^2 + pi * (1 - pi) * k, 2 * pi * (1 - pi) * (1 - k), (1 - pi)^2 + pi * (1 - pi) * k)
  w <- sum((prob(v[2]) - prob(v[1]))^2 / prob(v[1]))
  add("kappa-needed", v[1], v[2], v[3], 0.8, ceiling((qnorm(0.975) + qnorm(0.8))^2 / w))
  add("kappa-power", v[1], v[2], v[3], 100, pchisq(qchisq(0.95, 1), 1, 100 * w, lower.tail = FALSE))
}
fixture("power and sample size", "morepower.R", c(), do.call(rbind, rows))
