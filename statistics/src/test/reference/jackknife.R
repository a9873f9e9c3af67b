# Usage: Rscript statistics/src/test/reference/jackknife.R > …/fixtures/jackknife-r.tsv
# Of a mean the jackknife is Student's interval, of a difference of two strata's means Welch's.
source("statistics/src/test/reference/header.R")
rows <- list()
add <- function(x, y, level) {
  t <- if (is.null(y)) t.test(x, conf.level = level) else t.test(x, y, var.equal = FALSE, conf.level = level)
  rows[[length(rows) + 1]] <<- data.frame(first = paste(x, collapse = ","), second = if (is.null(y)) "-" else paste(y, collapse = ","), level,
    lower = t$conf.int[1], upper = t$conf.int[2])
}
a <- c(0, 1, 1, 0, 1, 1, 1, 0, 0, 1); b <- c(2.5, 3.25, 0.125, 7, 5.5, 1); c <- c(4, 4, 9); d <- c(1, 0)
for (level in c(0.95, 0.8)) {
  for (x in list(a, b, c, d)) add(x, NULL, level)
  add(a, b, level); add(b, c, level); add(c, a, level); add(d, b, level); add(c, c + 1, level)
}
fixture("jackknife intervals of a mean and of a difference of two strata's means", "jackknife.R", c(), do.call(rbind, rows))
