# Sourced by ./verify and ./serve: makes sure that the tools named as arguments are there.
# On Debian or Ubuntu as root, what is missing is installed; elsewhere it is listed, and the script exits with 3.
# Tools: jdk (17 or newer), maven (3.8 or newer), node (18 or newer, with npm), chromium.

version_of() { # prints the first dotted number that a command prints, colours aside
  "$@" 2>&1 | sed 's/\x1b\[[0-9;]*m//g' | sed -n 's/^[^0-9]*\([0-9][0-9]*\(\.[0-9][0-9]*\)*\).*/\1/p' | head -n 1
}

at_least() { # at_least HAVE WANT: compares dotted versions
  [ -n "$1" ] && [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

has() {
  case $1 in
    jdk) command -v javac >/dev/null && at_least "$(version_of javac -version)" 17 ;;
    maven) command -v mvn >/dev/null && at_least "$(version_of mvn --batch-mode --version)" 3.8 ;;
    node) command -v npm >/dev/null && command -v node >/dev/null && at_least "$(version_of node --version)" 18 ;;
    chromium) command -v chromium >/dev/null ;;
  esac
}

package_of() {
  case $1 in
    jdk) echo openjdk-17-jdk-headless ;;
    maven) echo maven ;;
    node) echo nodejs npm ;;
    chromium) echo chromium ;;
  esac
}

name_of() {
  case $1 in
    jdk) echo "a JDK, 17 or newer (javac on the PATH)" ;;
    maven) echo "Maven, 3.8 or newer (mvn on the PATH)" ;;
    node) echo "Node.js, 18 or newer, with npm" ;;
    chromium) echo "Chromium (chromium on the PATH)" ;;
  esac
}

missing() {
  for tool in "$@"; do
    has "$tool" || echo "$tool"
  done
}

prerequisites() {
  local lacking packages tool
  lacking=$(missing "$@")
  [ -n "$lacking" ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    packages=$(for tool in $lacking; do package_of "$tool"; done)
    echo "Installing:" $packages >&2
    apt-get update -qq >&2
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >&2
    lacking=$(missing "$@")
    [ -n "$lacking" ] || return 0
  fi
  {
    echo "Missing on this machine:"
    for tool in $lacking; do echo "  - $(name_of "$tool")"; done
    echo "Install these and run the same command again."
  } >&2
  exit 3
}
