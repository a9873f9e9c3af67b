# Usage: Rscript statistics/src/test/reference/agreement.R > …/fixtures/agreement-r.tsv
# icc: psych::ICC, its bounds but for ICC(2,.), for which Ting and others' (1990) are solved here; pearson: cor.test; other correlations: cor, bounds by leaving out each item; others written out from their definitions, pair by pair.
source("statistics/src/test/reference/header.R")
s <- function(m) paste(apply(m, 1, function(r) paste(sprintf("%.17g", r[!is.na(r)]), collapse = ",")), collapse = ";")
rows <- list()
add <- function(what, data, value, lower, upper)
  rows[[length(rows) + 1]] <<- data.frame(what, data, value = unname(value), lower = unname(lower), upper = unname(upper))
# The r at which a modified large-sample bound of (1-r)/k B - r/n J - ((1-r)/k + r - r/n) E is 0.
mls <- function(m, alpha) {
  n <- nrow(m); k <- ncol(m); d <- c(n - 1, k - 1, (n - 1) * (k - 1))
  a <- anova(lm(c(m) ~ factor(row(m)) + factor(col(m)))); M <- a$`Mean Sq`
  bound <- function(r, side) {
    x <- c((1 - r) / k, -r / n, -((1 - r) / k + r - r / n)) * M
    p <- if (side > 0) 1 - alpha else alpha; F <- function(i, j) qf(p, d[i], d[j], lower.tail = FALSE)
    plus <- abs(1 - d / qchisq(p, d, lower.tail = FALSE)); minus <- abs(1 - d / qchisq(1 - p, d, lower.tail = FALSE))
    v <- sum((x * ifelse(x > 0, plus, minus))^2)
    for (i in which(x > 0)) for (j in which(x < 0))
      v <- v - x[i] * x[j] * ((F(i, j) - 1)^2 - plus[i]^2 * F(i, j)^2 - minus[j]^2) / F(i, j)
    sum(x) + side * sqrt(max(0, v))
  }
  least <- -1 / (k - 1)
  sapply(c(-1, 1), function(side) if (bound(least, side) < 0) least else uniroot(bound, c(least, 1), side, tol = 1e-14)$root)
}
set.seed(12)
ratings <- list(matrix(c(9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6, 9, 6, 2, 4, 7), 6, byrow = TRUE),
  matrix(rnorm(30), 10) + rnorm(10) * 2, matrix(round(rnorm(40) + rnorm(20)), 20), matrix(rnorm(8), 4) + 1:4, cbind(1:7, 1:7 + c(0.1, -0.2, 0, 0.3, 0, 0, 0.1)) + 5)
for (m in ratings) {
  r <- suppressMessages(suppressWarnings(psych::ICC(m, lmer = FALSE)$results))
  ends <- mls(m, 0.025); k <- ncol(m)
  r$`lower bound`[c(2, 5)] <- c(ends[1], k * ends[1] / (1 + (k - 1) * ends[1]))
  r$`upper bound`[c(2, 5)] <- c(ends[2], k * ends[2] / (1 + (k - 1) * ends[2]))
  for (i in 1:6) add(c("icc-1-1", "icc-2-1", "icc-3-1", "icc-1-k", "icc-2-k", "icc-3-k")[i], s(m), r$ICC[i], r$`lower bound`[i], r$`upper bound`[i])
}
pairs <- list(cbind(rnorm(20), 0)[, c(1, 1)] + cbind(rnorm(20), rnorm(20)), cbind(c(1, 2, 2, 3, 5, 5), c(2, 1, 2, 4, 4, 6)),
  cbind(1:8, c(1, 3, 2, 4, 6, 5, 8, 7)), cbind(round(rnorm(60)), round(rnorm(60))), cbind(c(1, 2, 3, 4, 5, 6), c(6, 5, 4, 1, 2, 3) * 2))
# Ties; ±1 without the first; no spread without the last.
pairs <- c(pairs, list(cbind(0:31 %% 4, (0:31 * 7) %% 11 %/% 3), cbind(rep(1:4, 10), c(rep(1:4, 8), rep(4:1, 2))), cbind(1:7, c(2, 1, 3:7)),
  cbind(c(0, 0, 0, 0, 0, 1), c(1, 2, 1, 2, 3, 3)), cbind(rep(0:1, c(20, 5)), c(rep(0:1, c(17, 3)), 0, 1, 1, 1, 1))))
for (m in pairs) {
  x <- m[, 1]; y <- m[, 2]; n <- length(x); z <- qnorm(0.975)
  t <- cor.test(x, y); add("pearson", s(t(m)), t$estimate, t$conf.int[1], t$conf.int[2])
  k <- min(length(unique(x)), length(unique(y)))
  tau <- function(x, y) { i <- combn(length(x), 2); mean(sign(x[i[1, ]] - x[i[2, ]]) * sign(y[i[1, ]] - y[i[2, ]])) }
  for (v in list(list("spearman", function(x, y) suppressWarnings(cor(x, y, method = "spearman"))), list("kendall-a", tau),
                 list("kendall-b", function(x, y) suppressWarnings(cor(x, y, method = "kendall"))), list("kendall-c", function(x, y) tau(x, y) * k / (k - 1)))) {
    # The jackknife on the scale of artanh.
    r <- v[[2]](x, y); l <- sapply(1:n, function(i) v[[2]](x[-i], y[-i])); value <- if (v[[1]] == "kendall-c") r * (n - 1) / n else r
    ends <- c(-1, 1)
    if (!anyNA(l) && all(abs(c(r, l)) < 1 - 1e-12) && sd(l) > 1e-12) {
      w <- atanh(l); ends <- tanh(atanh(r) + c(-1, 1) * qt(0.975, n - 1) * sqrt((n - 1) / n * sum((w - mean(w))^2)))
    }
    add(v[[1]], s(t(m)), value, min(ends[1], value), max(ends[2], value))
  }
  r <- cor(x, y); vx <- var(x) * (n - 1) / n; vy <- var(y) * (n - 1) / n
  c <- 2 * r * sqrt(vx * vy) / (vx + vy + (mean(x) - mean(y))^2); u <- (mean(x) - mean(y)) / (vx * vy)^0.25
  v <- ((1 - r^2) * c^2 / ((1 - c^2) * r^2) + 2 * c^3 * (1 - c) * u^2 / (r * (1 - c^2)^2) - c^4 * u^4 / (2 * r^2 * (1 - c^2)^2)) / (n - 2)
  add("lin", s(t(m)), c, tanh(atanh(c) - z * sqrt(v)), tanh(atanh(c) + z * sqrt(v)))
  d <- x - y; b <- t.test(d); h <- qt(0.975, n - 1) * sd(d) * sqrt(1 / n + z^2 / 2 / (n - 1))
  add("bland-altman-bias", s(t(m)), mean(d), b$conf.int[1], b$conf.int[2])
  add("bland-altman-upper", s(t(m)), mean(d) + z * sd(d), mean(d) + z * sd(d) - h, mean(d) + z * sd(d) + h)
}
# α from all pairs of values within units and of all values at all.
alpha <- function(units, metric) {
  units <- lapply(units, function(u) u[!is.na(u)]); units <- units[lengths(units) > 1]; all <- unlist(units)
  delta <- switch(metric, nominal = function(a, b) as.numeric(a != b), interval = function(a, b) (a - b)^2,
    ratio = function(a, b) ifelse(a + b == 0, 0, ((a - b) / (a + b))^2),
    ordinal = function(a, b) mapply(function(p, q) { l <- min(p, q); h <- max(p, q)
      if (l == h) 0 else (sum(all >= l & all <= h) - (sum(all == l) + sum(all == h)) / 2)^2 }, a, b))
  od <- sum(sapply(units, function(u) { g <- expand.grid(seq_along(u), seq_along(u)); g <- g[g[, 1] != g[, 2], ]
    sum(delta(u[g[, 1]], u[g[, 2]])) / (length(u) - 1) })) / length(all)
  g <- expand.grid(seq_along(all), seq_along(all)); g <- g[g[, 1] != g[, 2], ]
  1 - od / (sum(delta(all[g[, 1]], all[g[, 2]])) / (length(all) * (length(all) - 1)))
}
k2011 <- rbind(c(1, 2, 3, 3, 2, 1, 4, 1, 2, NA, NA, NA), c(1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NA, 3),
  c(NA, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NA), c(1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NA))
sets <- list(t(k2011), matrix(c(0, 0, 1, 1, 0, 1, 0, 0, 0, 0), 5), matrix(sample(1:5, 60, TRUE), 20), cbind(1:6, 6:1),
  matrix(ifelse(runif(60) < 0.2, NA, round(rexp(60, 0.2))), 15), cbind(c(0, 1), c(0, 1), c(0, 1)))
for (m in sets) for (metric in c("nominal", "ordinal", "interval", "ratio"))
  add(paste0("alpha-", metric), s(m), alpha(lapply(seq_len(nrow(m)), function(i) m[i, ]), metric), 0, 0)
# Fleiss' κ and AC1 with the linearised variance; t quantile.
counts <- list(rbind(c(0, 0, 0, 0, 14), c(0, 2, 6, 4, 2), c(0, 0, 3, 5, 6), c(0, 3, 9, 2, 0), c(2, 2, 8, 1, 1), c(7, 7, 0, 0, 0),
  c(3, 2, 6, 3, 0), c(2, 5, 3, 2, 2), c(6, 5, 2, 1, 0), c(0, 2, 2, 3, 7)), rbind(c(2, 0), c(1, 1), c(0, 2), c(2, 0)),
  rbind(c(3, 0, 0), c(0, 3, 0), c(0, 1, 2)), t(rmultinom(40, 4, c(0.7, 0.2, 0.1))), rbind(c(5, 1), c(3, 3), c(6, 0), c(6, 0)))
for (m in counts) for (what in c("fleiss-kappa", "gwet-ac1")) {
  r <- rowSums(m); p <- m / r; pi <- colMeans(p); q <- ncol(m); a <- rowSums(m * (m - 1)) / r / (r - 1); n <- nrow(m)
  e <- if (what == "fleiss-kappa") as.vector(p %*% pi) else as.vector(p %*% (1 - pi)) / (q - 1)
  k <- (mean(a) - mean(e)) / (1 - mean(e))
  l <- (a - mean(e)) / (1 - mean(e)) - 2 * (1 - k) * (e - mean(e)) / (1 - mean(e))
  h <- qt(0.975, n - 1) * sqrt(sum((l - k)^2) / n / (n - 1))
  add(what, s(m), k, max(-1, k - h), min(1, k + h))
}
fixture("agreement of readers, intervals at 0.95", "agreement.R", c("psych"), do.call(rbind, rows))
