# Sourced by ./test and bench/run.sh: installs Debian packages that are missing, when this account may.

# have PROGRAM...: all of them are there. What has a slash is the path of a file.
have() {
  local p
  for p in "$@"; do
    case "$p" in
      */*) [ -e "$p" ] || return 1 ;;
      *) command -v "$p" >/dev/null 2>&1 || [ -x "/usr/sbin/$p" ] || return 1 ;;
    esac
  done
}

# need PROGRAM PACKAGE: installs PACKAGE when PROGRAM is missing; false, with one sentence on how, when that fails.
need() {
  have "$1" && return 0
  local as_root=
  if [ "$(id -u)" != 0 ]; then
    if have sudo && sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root=none; fi
  fi
  if [ "$as_root" != none ] && have apt-get; then
    echo "Installing $2..." >&2
    # RUNLEVEL=1 keeps Debian from starting the services of what it installs.
    if [ -z "${apt_updated:-}" ]; then $as_root apt-get update -qq >&2 || true; apt_updated=1; fi
    $as_root env RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null 2>&1 || true
    have "$1" && return 0
  fi
  echo "$1 is missing: install it with 'apt-get install $2' as root." >&2
  return 1
}
