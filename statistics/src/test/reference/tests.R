# Usage: Rscript statistics/src/test/reference/tests.R > …/fixtures/tests-r.tsv
# Each row: a test, its data (groups by ";", numbers by ","), statistic and p.
source("statistics/src/test/reference/header.R")
s <- function(...) paste(sapply(list(...), function(x) paste(sprintf("%.17g", x), collapse = ",")),
                         collapse = ";")
rows <- list()
add <- function(test, data, statistic, p)
  rows[[length(rows) + 1]] <<- data.frame(test, data, statistic = unname(statistic), p = unname(p))
quiet <- suppressWarnings
set.seed(1)
# Differences without ties or zeros, exact; with ties, exact by enumeration; large, normal.
enumerated <- function(d, pratt) {
  r <- if (pratt) rank(abs(d))[d != 0] else rank(abs(d[d != 0]))
  d <- d[d != 0]
  v <- sum(r[d > 0])
  all <- as.matrix(expand.grid(rep(list(0:1), length(d)))) %*% r
  c(v, min(1, 2 * min(mean(all <= v + 1e-9), mean(all >= v - 1e-9))))
}
for (d in list(c(1.1, -0.4, 2.7, 3.2, -0.9, 5), c(0.7), c(-0.7), 1:9 + 0.5, rnorm(30) + 0.5, rnorm(49))) {
  w <- wilcox.test(d, exact = TRUE)
  add("wilcoxon_signed_rank_exact", s(d), w$statistic, w$p.value)
}
for (d in list(c(1, 1, 1, -1, 2, -2, 3), c(0, 0, 1, 1, 2, -1), c(1, 1, 1, 1, 1), c(-2, -2, 2, 2),
               c(0.5, 0.5, -0.5, 1, 1, 1, -1.5, 2, 2, 0, 0, 0.5))) {
  e <- enumerated(d, FALSE)
  add("wilcoxon_signed_rank_exact", s(d), e[1], e[2])
  e <- enumerated(d, TRUE)
  add("wilcoxon_signed_rank_exact-ranked", s(d), e[1], e[2])
}
for (d in list(round(rnorm(80), 1) + 0.2, rnorm(60) + 1, rep(c(1, 2, 3), 30), round(rnorm(300)))) {
  w <- quiet(wilcox.test(d, exact = FALSE, correct = TRUE, digits.rank = 12))
  add("wilcoxon_signed_rank", s(d), w$statistic, w$p.value)
}
shares <- function(x, y) {
  r <- rank(c(x, y)); n <- length(x)
  u <- sum(r[seq_along(x)]) - n * (n + 1) / 2
  all <- combn(length(r), n, function(i) sum(r[i])) - n * (n + 1) / 2
  c(u, min(1, 2 * min(mean(all <= u + 1e-9), mean(all >= u - 1e-9))))
}
for (g in list(list(c(1.1, 2.2, 3.3), c(0.4, 1.9, 5, 6)), list(1, 2), list(1:10, 11:20 + 0.5),
               list(rnorm(20), rnorm(45) + 0.4), list(rnorm(49), rnorm(7)))) {
  w <- wilcox.test(g[[1]], g[[2]], exact = TRUE)
  add("mann_whitney_exact", s(g[[1]], g[[2]]), w$statistic, w$p.value)
}
for (g in list(list(c(1, 1, 2), c(2, 2, 3, 3)), list(c(1, 1), c(1, 1, 1)), list(c(0, 0, 1, 1, 1), c(0, 0, 0, 0, 1, 0)),
               list(c(0, 0), c(1, 1, 1, 1)), list(c(5, 5, 5, 4), c(1)))) {
  e <- shares(g[[1]], g[[2]])
  add("mann_whitney_exact", s(g[[1]], g[[2]]), e[1], e[2])
}
for (g in list(list(rnorm(60), rnorm(55) + 0.3), list(round(rnorm(80)), round(rnorm(10) + 1)),
               list(rep(0:1, c(30, 40)), rep(0:1, c(50, 20))), list(1:50, 51:110))) {
  w <- quiet(wilcox.test(g[[1]], g[[2]], exact = FALSE, correct = TRUE))
  add("mann_whitney", s(g[[1]], g[[2]]), w$statistic, w$p.value)
}
for (d in list(c(1.1, -0.4, 2.7, 3.2, -0.9, 5), c(1, 2), c(-1, 1, 0, 0), rnorm(40) + 0.3, rep(0:1, c(20, 5)), c(3, 3, 3, 3.5))) {
  w <- t.test(d)
  add("paired_t", s(d), w$statistic, w$p.value)
}
for (g in list(list(c(1.1, 2.2, 3.3), c(0.4, 1.9, 5, 6)), list(c(1, 1, 2), c(2, 2, 3, 3)), list(1:4, 5:9),
               list(c(1, 1), c(1, 1, 1)), list(1, 2), list(round(rnorm(30)), round(rnorm(40) + 1)))) {
  w <- quiet(ks.test(g[[1]], g[[2]], exact = TRUE))
  add("kolmogorov_smirnov_exact", s(g[[1]], g[[2]]), w$statistic, w$p.value)
}
for (m in list(rbind(c(1, 2, 3), c(2, 1, 3), c(1, 3, 2), c(1, 2, 3)), rbind(c(1, 1, 2), c(2, 2, 2), c(0, 1, 1)),
               matrix(rnorm(60), 12), rbind(c(1, 2), c(1, 2), c(2, 1), c(1, 2)), matrix(round(rnorm(200)), 40),
               rbind(1:5, 1:5, 1:5))) {
  w <- friedman.test(m)
  data <- do.call(s, lapply(seq_len(nrow(m)), function(i) m[i, ]))
  add("friedman", data, w$statistic, w$p.value)
  n <- nrow(m); k <- ncol(m); x <- unname(w$statistic)
  f <- (n - 1) * x / (n * (k - 1) - x)
  if (x < n * (k - 1) - 1e-9)
    add("friedman_iman_davenport", data, f, pf(f, k - 1, (k - 1) * (n - 1), lower.tail = FALSE))
  r <- t(apply(m, 1, rank)); R <- colSums(r); A <- sum(r^2)
  q <- abs(R[1] - R[2]) / n / sqrt(k * (k + 1) / 12 / n)
  add("nemenyi", data, q, ptukey(q, k, Inf, lower.tail = FALSE))
  if (x < n * (k - 1) - 1e-9) {
    t <- (R[1] - R[2]) / sqrt(2 * (n * A - sum(R^2)) / ((n - 1) * (k - 1)))
    add("conover", data, t, 2 * pt(-abs(t), (n - 1) * (k - 1)))
  }
}
for (m in list(rbind(c(12, 5), c(7, 7)), rbind(c(10, 20, 30), c(6, 9, 17)), rbind(c(0, 5), c(9, 0)), rbind(c(3, 3), c(3, 3)),
               rbind(c(100, 220, 3), c(60, 90, 17), c(1, 2, 3)))) {
  w <- quiet(chisq.test(m, correct = FALSE))
  add("chi_squared", s(m[1, ], m[2, ], if (nrow(m) > 2) m[3, ] else c()), w$statistic, w$p.value)
}
for (v in list(c(3, 10, 8, 10), c(0, 5, 5, 5), c(7, 12, 5, 12), c(1, 1, 0, 1), c(0, 9, 0, 4), c(400, 1000, 440, 1000))) {
  w <- fisher.test(matrix(c(v[1], v[2] - v[1], v[3], v[4] - v[3]), 2))
  up <- v[1] * (v[4] - v[3]); down <- v[3] * (v[2] - v[1])
  add("fisher_exact", s(v), if (up == down) 1 else up / down, w$p.value)
}
for (g in list(list(c(1, 3, 6, 9), c(10, 10, 10, 10), 1:4), list(c(83, 90, 129, 70), c(86, 93, 136, 82), c(1, 2, 3, 4)),
               list(c(5, 0, 2), c(9, 12, 30), c(0, 1, 5)), list(c(0, 4), c(4, 4), c(1, 2)), list(c(5, 5), c(10, 10), c(1, 2)))) {
  w <- quiet(prop.trend.test(g[[1]], g[[2]], g[[3]]))
  slope <- sign(sum((g[[1]] - g[[2]] * sum(g[[1]]) / sum(g[[2]])) * g[[3]]))
  add("cochran_armitage", s(g[[1]], g[[2]], g[[3]]), slope * sqrt(w$statistic), w$p.value)
}
# No package at hand has it: J by definition, its variance by the formula of Hollander and Wolfe.
for (g in list(list(c(1, 2, 3), c(2.5, 3.5), c(4, 5, 6)), list(c(1, 1, 2), c(1, 2, 2), c(2, 3, 3)), list(rnorm(20), rnorm(15) + 0.3, rnorm(30) + 0.5, rnorm(5)),
               list(c(3, 2), c(2, 1), c(1, 0)), list(1, 2, 3), list(c(0, 1, 1), c(0, 0, 1)))) {
  J <- 0
  for (a in 1:(length(g) - 1)) for (b in (a + 1):length(g))
    J <- J + sum(outer(g[[a]], g[[b]], function(x, y) (x < y) + (x == y) / 2))
  n <- lengths(g); t <- as.vector(table(unlist(g))); N <- sum(n)
  v <- (N * (N - 1) * (2 * N + 5) - sum(n * (n - 1) * (2 * n + 5)) - sum(t * (t - 1) * (2 * t + 5))) / 72 +
    (if (N > 2) sum(n * (n - 1) * (n - 2)) * sum(t * (t - 1) * (t - 2)) / (36 * N * (N - 1) * (N - 2)) else 0) +
    sum(n * (n - 1)) * sum(t * (t - 1)) / (8 * N * (N - 1))
  z <- (J - (N^2 - sum(n^2)) / 4) / sqrt(v)
  add("jonckheere_terpstra", do.call(s, g), z, 2 * pnorm(-abs(z)))
}
# Obuchowski's variance from its own terms, with the pooled proportion.
for (g in list(list(c(1, 0, -1, 1, 1, 0, 0, 1), c(1, 1, 2, 2, 3, 3, 4, 5)), list(c(1, 1, 1, 1), c(1, 1, 2, 2)), list(c(1, -1), c(1, 2)),
               list(rep(c(1, 0, -1, 1), 25), rep(1:20, each = 5)), list(c(1, 0, 0, -1, 1, 1), 1:6))) {
  d <- tapply(g[[1]], g[[2]], sum); K <- length(d); N <- length(g[[1]])
  v <- K / (K - 1) * sum(d^2) / N^2
  x <- (sum(d) / N)^2 / v
  add("mcnemar_clustered", s(g[[1]], g[[2]]), x, pchisq(x, 1, lower.tail = FALSE))
}
fixture("hypothesis tests", "tests.R", c(), do.call(rbind, rows))
