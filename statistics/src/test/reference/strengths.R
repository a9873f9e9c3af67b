# Usage: Rscript statistics/src/test/reference/strengths.R > …/fixtures/strengths-r.tsv
# Bradley–Terry as a binomial glm; Plackett–Luce as a stratified Cox model with Breslow's ties, where
# a choice is an event; variances of the difference of systems 1 and 2; logs with mean 0.
source("statistics/src/test/reference/header.R")
suppressMessages(library(survival))
s <- function(m) paste(apply(m, 1, function(r) paste(ifelse(is.na(r), "NaN", sprintf("%.17g", r)), collapse = ",")), collapse = ";")
rows <- list(); set.seed(21)
sets <- list(matrix(rnorm(40), 10) + rep(c(0, 0.3, 0.6, 1), each = 10), matrix(sample(0:3, 60, TRUE), 20),
  rbind(c(1, 2, 3), c(3, 1, 2), c(2, 3, 1)), { m <- matrix(rnorm(100), 20); m[sample(100, 15)] <- NA; m },
  rbind(c(2, 1), c(1, 2), c(3, 1), c(5, 0), c(1, 1)))
for (m in sets) {
  k <- ncol(m); x <- NULL; y <- NULL; w <- NULL
  for (i in 1:(k - 1)) for (j in (i + 1):k) {
    d <- na.omit(m[, i] - m[, j]); win <- sum(d > 0) + sum(d == 0) / 2
    row <- rep(0, k); row[i] <- 1; row[j] <- -1
    x <- rbind(x, row); y <- c(y, win / length(d)); w <- c(w, length(d))
  }
  fit <- suppressWarnings(glm(y ~ x[, -1, drop = FALSE] - 1, family = binomial, weights = w, epsilon = 1e-15, maxit = 200))
  logs <- c(0, coef(fit)); logs <- logs - mean(logs)
  rows[[length(rows) + 1]] <- data.frame(what = "bradley-terry", data = s(m), logs = paste(sprintf("%.17g", logs), collapse = ","),
    variance = unname(vcov(fit)[1, 1]))
  long <- na.omit(data.frame(task = as.vector(row(m)), system = as.vector(col(m)), score = as.vector(m)))
  # The last group of a task is no choice.
  long$event <- ave(long$score, long$task, FUN = function(v) as.numeric(v != min(v)))
  multi <- ave(long$score, long$task, FUN = function(v) as.numeric(length(unique(v)) == 1 & length(v) > 1))
  long$event[multi == 1] <- 1
  tiedlast <- ave(long$score, long$task, FUN = function(v) sum(v == min(v)))
  long$event[long$score == ave(long$score, long$task, FUN = min) & tiedlast > 1] <- 1
  long$time <- 100 - long$score
  d <- sapply(2:k, function(j) as.numeric(long$system == j))
  fit <- coxph(Surv(time, event) ~ d + strata(task), data = long, ties = "breslow", control = coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 200))
  logs <- c(0, coef(fit)); logs <- logs - mean(logs)
  rows[[length(rows) + 1]] <- data.frame(what = "plackett-luce", data = s(m), logs = paste(sprintf("%.17g", logs), collapse = ","),
    variance = unname(vcov(fit)[1, 1]))
}
fixture("strengths of systems", "strengths.R", c("survival"), do.call(rbind, rows))
