# Usage: Rscript statistics/src/test/reference/means.R > …/fixtures/means-r.tsv
# t.test for independent observations; svymean (Taylor linearisation, with replacement) for
# clustered and weighted ones, checked here against sandwich::vcovCL of an intercept-only model.
source("statistics/src/test/reference/header.R")
suppressPackageStartupMessages({library(survey); library(sandwich)})
line <- function(v) paste(sprintf("%.17g", v), collapse = ",")
rows <- list()
add <- function(method, y, w, g, level, mean, se, lower, upper)
  rows[[length(rows) + 1]] <<- data.frame(method, values = line(y), weights = line(w),
    clusters = line(g), level, mean, se, lower, upper)
wilson <- function(p, n, t) {
  c <- (p * n + t^2 / 2) / (n + t^2); h <- t / (n + t^2) * sqrt(n * p * (1 - p) + t^2 / 4)
  c(c - h, c + h)
}
set.seed(20260101)
independent <- list(c(1, 2), c(0.1, 0.2, 0.2, 0.9), c(-3, 4.5, 1e6, 7), rnorm(30),
                    c(rep(0, 9), 1), round(runif(200), 2), 1e9 + c(1, 2, 3, 4, 7))
for (y in independent) for (level in c(0.8, 0.95)) {
  n <- length(y); ci <- t.test(y, conf.level = level)$conf.int
  add("t", y, rep(1, n), seq_len(n), level, mean(y), sqrt(var(y) / n), ci[1], ci[2])
}
sizes <- c(1, 4, 2, 7, 3, 5, 5, 1, 9, 2)
g1 <- rep(seq_along(sizes), sizes)
clustered <- list(
  list(y = c(1, 0, 1, 1), g = c(1, 1, 2, 2), w = rep(1, 4)),
  list(y = c(0.5, 0.25, 1, 0, 0, 0.125), g = c(1, 2, 2, 3, 3, 3), w = rep(1, 6)),
  list(y = rnorm(length(g1)) + g1 / 3, g = g1, w = rep(1, length(g1))),
  list(y = rnorm(length(g1)) + g1 / 3, g = g1, w = runif(length(g1), 0.5, 3)),
  list(y = rbinom(60, 1, rep(c(0.9, 0.4, 0.7), each = 20)), g = rep(1:12, each = 5), w = rep(1, 60)),
  list(y = rbinom(length(g1), 1, 0.8), g = g1, w = runif(length(g1), 0.5, 3)),
  list(y = rbinom(200, 1, 0.03), g = rep(1:40, each = 5), w = rep(1, 200)),
  list(y = c(rep(0, 9), 1), g = c(1, 1, 2, 2, 3, 3, 4, 4, 5, 5), w = rep(1, 10)))
for (d in clustered) for (level in c(0.8, 0.95)) {
  G <- length(unique(d$g)); n <- length(d$y)
  design <- svydesign(ids = ~g, weights = ~w, data = data.frame(d))
  m <- svymean(~y, design); p <- coef(m)[[1]]; se <- SE(m)[[1]]
  v <- sqrt(vcovCL(lm(y ~ 1, weights = w, data = data.frame(d)), cluster = d$g, type = "HC0")[1, 1])
  stopifnot(abs(v / se - 1) < 1e-10)
  t <- qt((1 + level) / 2, G - 1)
  W <- tapply(d$w, d$g, sum)
  s <- qt((1 + level) / 2, max(1, sum(W^2)^2 / sum(W^4) - 1)) # Satterthwaite's, of clusters whose observations are alike
  add("cluster-robust", d$y, d$w, d$g, level, p, se, p - s * se, p + s * se)
  if (all(d$y %in% c(0, 1))) {
    deff <- max(1, se^2 / (p * (1 - p) / (n - 1)))
    ci <- wilson(p, n / deff, t)
    add("wilson-effective", d$y, d$w, d$g, level, p, se, ci[1], ci[2])
    k <- min(sum(tapply(d$y, d$g, max)), sum(1 - tapply(d$y, d$g, min)))
    guarded <- (k * deff + n * sum(W^2) / sum(W)^2) / (k + 1)
    ci <- wilson(p, n / guarded, t)
    add("wilson-clustered", d$y, d$w, d$g, level, p, se, ci[1], ci[2])
  }
}
fixture("intervals of means: t.test; svymean's standard error with t, and carried into Wilson's formula",
        "means.R", c("survey", "sandwich"), do.call(rbind, rows))
