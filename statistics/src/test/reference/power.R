# Usage: Rscript statistics/src/test/reference/power.R > …/fixtures/power-r.tsv
# Roots of the textbook equations by uniroot, and the exact power of McNemar's exact test from
# binom.test's p-values over all tables.
source("statistics/src/test/reference/header.R")
rows <- list()
add <- function(what, n, a, b, level, power, value)
  rows[[length(rows) + 1]] <<- data.frame(what, n, a, b, level, power, value)
root <- function(f, upper) {
  if (f(upper) < 0) NaN else uniroot(f, c(0, upper), tol = 1e-15, maxiter = 10000)$root
}
for (level in c(0.95, 0.9)) for (power in c(0.8, 0.9)) {
  za <- qnorm((1 + level) / 2); zb <- qnorm(power)
  for (n in c(5, 30, 100, 1273)) {
    for (psi in c(0.05, 0.2, 1)) add("mcnemar-difference", n, psi, 0, level, power,
      root(function(d) sqrt(n) * d - za * sqrt(psi) - zb * sqrt(psi - d^2), psi))
    for (p0 in c(0.02, 0.25, 0.5, 0.9)) {
      add("one-above", n, p0, 0, level, power, root(function(d) sqrt(n) * d -
        za * sqrt(p0 * (1 - p0)) - zb * sqrt((p0 + d) * pmax(0, 1 - p0 - d)), 1 - p0))
      add("one-below", n, p0, 0, level, power, root(function(d) sqrt(n) * d -
        za * sqrt(p0 * (1 - p0)) - zb * sqrt(pmax(0, p0 - d) * (1 - p0 + d)), p0))
    }
  }
  for (dp in list(c(0.05, 0.2), c(0.1, 0.1), c(0.01, 0.3), c(0.3, 0.9)))
    add("mcnemar-pairs", 0, dp[1], dp[2], level, power,
        ceiling(((za * sqrt(dp[2]) + zb * sqrt(dp[2] - dp[1]^2)) / dp[1])^2))
  for (pp in list(c(0.25, 0.3), c(0.5, 0.4), c(0.9, 1), c(0.02, 0.03)))
    add("one-observations", 0, pp[1], pp[2], level, power, ceiling(((za * sqrt(pp[1] * (1 - pp[1])) +
        zb * sqrt(pp[2] * (1 - pp[2]))) / abs(pp[1] - pp[2]))^2))
}
exact <- function(n, d, psi, level) {
  s <- 0
  for (m in 1:n) for (x in 0:m)
    if (binom.test(x, m)$p.value <= 1 - level)
      s <- s + dbinom(m, n, psi) * dbinom(x, m, (psi + d) / 2 / psi)
  s
}
for (e in list(c(4, 0.5, 0.5), c(20, 0, 0.3), c(20, 0.3, 0.5), c(50, 0.2, 0.3), c(50, 0.2, 0.2), c(60, 1, 1)))
  add("mcnemar-exact-power", e[1], e[2], e[3], 0.95, 0, exact(e[1], e[2], e[3], 0.95))
fixture("power: uniroot on the textbook equations, enumeration for the exact test", "power.R", c(),
        do.call(rbind, rows))
