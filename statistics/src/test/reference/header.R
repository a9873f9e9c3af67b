# Writes the header that every fixture must have, then a table with 17 significant digits.
fixture <- function(what, script, packages, rows) {
  version <- paste(c(R.version.string,
                     sapply(packages, function(p) paste(p, packageVersion(p)))), collapse = ", ")
  cat("# what: ", what, "\n# software: ", paste(c("R", packages), collapse = ", "),
      "\n# version: ", version,
      "\n# command: Rscript statistics/src/test/reference/", script, "\n", sep = "")
  cat(paste(names(rows), collapse = "\t"), "\n", sep = "")
  for (i in seq_len(nrow(rows)))
    cat(paste(sapply(rows[i, ], function(v) if (is.numeric(v)) sub("Inf", "Infinity", sprintf("%.17g", v)) else as.character(v)),
              collapse = "\t"), "\n", sep = "")
}
