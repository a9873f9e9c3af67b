# Read by ../assay when it starts from a checkout: is the last build fresh, and if not, build.
# Uses $here, $app, $jdk and fail.
#
# What lies in cli/target/quick/app:
#   classpath, lib/   the class path in order, and its jars, as Maven made them
#   builds/ID/        the rooms' own jars of one build, its class path, its start-up cache
#   current           the ID of the newest build
#   sources           the files it was made from; its time is the time at which that build began
#   seconds           how long that build took
# A run that still goes on keeps the classes it began with, because a new build gets a folder of its own.

# The files the program is made of. One that is added, moved or taken away changes this list.
sources() {
  (cd -- "$here" && find pom.xml .mvn ./*/pom.xml ./*/src/main -type f "$@" -print)
}

fresh() {
  [ -f "$app/current" ] && [ -f "$app/sources" ] || return 1
  [ -z "$(sources -newer "$app/sources")" ] && [ "$(sources)" = "$(cat -- "$app/sources")" ]
}

lock() {
  lock=$here/target/launcher.lock
  mkdir -p -- "$here/target" || fail "cannot write $here/target, so Assay cannot be built there"
  waited=0
  until mkdir -- "$lock" 2>/dev/null; do
    holder=$(cat -- "$lock/pid" 2>/dev/null) || holder=''
    if { [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; } || { [ -z "$holder" ] && [ "$waited" -ge 5 ]; }; then
      # Left behind by a build that was killed. A move is atomic: of several that wait, one takes it away.
      mv -- "$lock" "$lock.$$" 2>/dev/null && rm -rf -- "$lock.$$"
      continue
    fi
    [ "$waited" -gt 0 ] || echo "assay: waiting for another build (process ${holder:-unknown}) …" >&2
    waited=$((waited + 1))
    sleep 1
  done
  echo $$ >"$lock/pid"
  trap 'rm -rf -- "$lock"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
}

unlock() {
  rm -rf -- "$lock"
  trap - EXIT INT TERM HUP
}

build() {
  lock
  if fresh; then # another process has built it meanwhile
    unlock
    return
  fi
  mvn=${ASSAY_MVN:-mvn}
  command -v "$mvn" >/dev/null || fail "Maven is needed to build Assay, and there is no '$mvn' on PATH." \
    "Get it ('apt install maven', 'brew install maven', 'sdk install maven'), or set ASSAY_MVN to the one you have."
  log=$here/target/launcher-build.log
  seconds=$(cat -- "$app/seconds" 2>/dev/null) || seconds=''
  if [ -n "$seconds" ]; then
    echo "assay: building, about $seconds s …" >&2
  else
    echo "assay: building once, about a minute, and longer where Maven must first fetch the libraries …" >&2
  fi
  began=$(date +%s)
  mkdir -p -- "$app" && sources >"$app/sources.new" || fail "cannot write $app"
  # Maven itself may run on an older Java; where there is none at all it runs on the JDK found.
  [ -n "${JAVA_HOME:-}" ] || command -v java >/dev/null || export JAVA_HOME="$jdk"
  if ! (cd -- "$here" && "$mvn" -B -q -T 1C -pl cli -am package -Dassay.quick) >"$log" 2>&1; then
    cat -- "$log" >&2
    fail "the build failed; what Maven said stands above and in $log"
  fi
  keep || fail "cannot write the built program to $app"
  unlock
  echo $(($(date +%s) - began)) >"$app/seconds"
}

# Gives the build a folder of its own, with the rooms' jars and a class path relative to cli/target/quick/app, and
# makes it the current one.
keep() {
  id=$(date +%Y%m%d-%H%M%S)-$$
  mkdir -p -- "$app/builds/$id" || return
  IFS= read -r entries <"$app/classpath" || return
  paths=''
  IFS=:
  for entry in $entries; do
    folder_of=lib
    case $entry in
      assay-*)
        cp -- "$app/lib/$entry" "$app/builds/$id/" || return
        folder_of=builds/$id
        ;;
    esac
    paths=$paths:$folder_of/$entry
  done
  unset IFS
  printf '%s\n' "${paths#:}" >"$app/builds/$id/classpath" || return
  printf '%s\n' "$id" >"$app/current.new" || return
  mv -- "$app/current.new" "$app/current" && mv -- "$app/sources.new" "$app/sources" || return
  # Older builds go, but those of the last day stay: a run may still be using one.
  find "$app/builds" -mindepth 1 -maxdepth 1 -type d -mtime +0 ! -name "$id" -exec rm -rf -- {} +
}
