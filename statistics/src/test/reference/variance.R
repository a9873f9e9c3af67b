# Usage: Rscript statistics/src/test/reference/variance.R > …/fixtures/variance-r.tsv
# Components from the mean squares of aov; items by ";", prompts by "/", epochs by ",".
source("statistics/src/test/reference/header.R")
rows <- list(); set.seed(31)
for (v in list(c(10, 1, 4), c(6, 1, 2), c(30, 1, 5), c(8, 1, 3), c(5, 1, 10), c(8, 3, 4), c(20, 2, 2), c(5, 5, 3), c(12, 4, 2), c(6, 3, 5))) {
  n <- v[1]; p <- v[2]; k <- v[3]
  y <- array(rnorm(n * p * k), c(n, p, k)) + as.vector(rnorm(n)) + rep(rnorm(p), each = n) * (p > 1)
  if (n == 30) y <- (y > 0) * 1
  long <- data.frame(y = as.vector(y), i = factor(rep(1:n, p * k)), p = factor(rep(rep(1:p, each = n), k)))
  data <- paste(apply(y, 1, function(m) paste(apply(matrix(m, p), 1, function(e) paste(sprintf("%.17g", e), collapse = ",")), collapse = "/")), collapse = ";")
  if (p == 1) {
    ms <- summary(aov(y ~ i, long))[[1]][["Mean Sq"]]
    value <- c(max(0, (ms[1] - ms[2]) / k), 0, 0, ms[2])
  } else {
    ms <- summary(aov(y ~ i * p, long))[[1]][["Mean Sq"]]
    value <- c(max(0, (ms[1] - ms[3]) / p / k), max(0, (ms[2] - ms[3]) / n / k), max(0, (ms[3] - ms[4]) / k), ms[4])
  }
  rows[[length(rows) + 1]] <- data.frame(prompts = p, data, mean = mean(y), item = value[1], prompt = value[2], interaction = value[3], epoch = value[4])
}
fixture("variance components by analysis of variance", "variance.R", c(), do.call(rbind, rows))
