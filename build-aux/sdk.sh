# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Where compiler, libraries and tools come from. Sourced by ./dev, which sets $top.
#
#   choose_sdk [PURPOSE] decides between the two ways below and makes what is missing
#   inside COMMAND…      runs a command there
#   $sdk                 says which tools these are; it changes when they do
#
# native   the host has everything, or its package manager can install it
# root     a Debian 13 tree in the cache folder, made once, entered with bwrap. The tree is
#          only ever read; the home, the project and the display are those of the host.

packages_file=$top/build-aux/packages-debian.txt
sdk_cache=${XDG_CACHE_HOME:-$HOME/.cache}/hiplog-sdk
sdk=

# The oldest versions that will do, as in meson.build.
needed_modules=('gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'glib-2.0 >= 2.84' 'sqlite3 >= 3.40'
  'json-glib-1.0 >= 1.6' 'libxml-2.0 >= 2.9' 'libarchive >= 3.6' 'gsl >= 2.6' 'atspi-2' 'x11' 'xtst')
needed_programs=(cc meson ninja blueprint-compiler msgfmt glib-compile-schemas
  Xvfb openbox dbus-run-session pdftotext)
needed_to_check=(clang-format cppcheck desktop-file-validate appstreamcli)

say() { printf '%s\n' "$*" >&2; }
die() { say "dev: $*"; exit 1; }
has() { command -v "$1" > /dev/null 2>&1; }

packages() { grep -v '^#' "$packages_file"; }

# ── The host ───────────────────────────────────────────────────────────────────────────────────

missing_modules() {
  if ! has pkg-config; then
    echo pkg-config
    printf '%s\n' "${needed_modules[@]}"
  elif ! pkg-config --exists "${needed_modules[@]}" 2> /dev/null; then
    local module
    for module in "${needed_modules[@]}"; do
      pkg-config --exists "$module" 2> /dev/null || echo "$module"
    done
  fi
}

missing_programs() {
  local program
  for program in "$@"; do
    has "$program" || echo "$program"
  done
}

old_blueprint() {
  has blueprint-compiler || return 0
  local version
  version=$(blueprint-compiler --version)
  printf '0.16\n%s\n' "$version" | sort -CV || echo 'blueprint-compiler >= 0.16'
}

missing_header() {
  has cc || return 0
  echo "#include <$1>" | cc -E -x c - > /dev/null 2>&1 || echo "$1 (libcsv)"
}

# What the host lacks, one a line; the slower questions only where the first ones were answered well.
missing_here() {
  local programs=("${needed_programs[@]}")
  [ "${1:-}" != check ] || programs+=("${needed_to_check[@]}")
  [ "${1:-}" != fuzz ] || programs+=(clang)
  local found
  found=$(missing_modules; missing_programs "${programs[@]}")
  [ -n "$found" ] || found=$(old_blueprint; missing_header csv.h)
  [ -z "$found" ] || printf '%s\n' "$found"
}

# Whether the distribution's own packages are new enough.
host_is_recent() {
  has apt-get && [ -r /etc/os-release ] || return 1
  local ID= VERSION_ID=
  # shellcheck source=/dev/null
  . /etc/os-release
  case $ID in
    debian) [ -z "$VERSION_ID" ] || dpkg --compare-versions "$VERSION_ID" ge 13 ;;
    ubuntu) dpkg --compare-versions "$VERSION_ID" ge 25.04 ;;
    *) return 1 ;;
  esac
}

apt_install() {
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0)
  if [ "$(id -u)" != 0 ]; then
    has sudo || die "an administrator has to do this, once: apt-get install $*"
    apt=(sudo "${apt[@]}")
  fi
  say "Installing what is missing…"
  "${apt[@]}" update || say "dev: the package lists could not be refreshed; going on"
  "${apt[@]}" install --yes --no-install-recommends "$@" > /dev/null ||
    die "these packages could not be installed: $*"
}

refuse() {
  say "HipLog needs newer or more packages than this system has. Missing:"
  say "$1"
  say "On Debian 13 these are the packages: $(packages | paste -sd ' ')"
  say "Install their like, or build on Debian ≥ 12 or Ubuntu ≥ 25.04, where ./dev helps itself."
  exit 1
}

use_native() {
  local missing=$1
  if [ -n "$missing" ] && host_is_recent; then
    mapfile -t list < <(packages)
    apt_install "${list[@]}"
    missing=$(missing_here)
  fi
  [ -z "$missing" ] || refuse "$missing"
  sdk=native
  inside() { "$@"; }
}

# ── The root ───────────────────────────────────────────────────────────────────────────────────

use_root() {
  root=$sdk_cache/trixie-$(sha256sum "$packages_file" | cut -c1-12)
  sdk=$root
  { [ -d "$root" ] && has bwrap; } || make_root
  inside() { inside_root "$@"; }
}

install_root_tools() {
  has mmdebstrap && has bwrap && { [ "$(id -u)" = 0 ] || has newuidmap; } ||
    apt_install mmdebstrap bubblewrap uidmap debian-archive-keyring
  [ "$(id -u)" = 0 ] || grep -q "^$(id -un):" /etc/subuid 2> /dev/null ||
    die "your account has no subordinate ids; give it some, once: sudo usermod" \
      "--add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
}

# Writes the tree as an archive to standard output: unpacked by whoever runs this, every file is
# theirs, whichever ids it was made with, and a home that others may not enter does no harm.
bootstrap() {
  mmdebstrap --quiet --variant=minbase --format=tar --include="$(packages | paste -sd ,)" \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --customize-hook='chmod 1777 "$1/tmp"' \
    --customize-hook='touch "$1/etc/machine-id"' \
    --customize-hook='for l in de_DE en_US ar_EG; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8; done' \
    trixie -
}

remove_tree() {
  [ ! -e "$1" ] || chmod -R u+rwX "$1" 2> /dev/null || true
  rm -rf "$1"
}

# Runs in a subshell: the lock and the trap end with it. A tree counts only under its final name,
# so whatever interrupts this leaves nothing that could be taken for a whole one.
make_root() (
  mkdir -p "$sdk_cache"
  exec 9> "$sdk_cache/lock"
  flock -n 9 || { say "Another run is making the SDK root; waiting for it…"; flock 9; }
  install_root_tools
  [ ! -d "$root" ] || exit 0

  trap 'remove_tree "$root.part"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  remove_tree "$root.part"
  mkdir "$root.part"
  say "Making the SDK root: once, a few minutes, about 1 GB in $sdk_cache…"
  bootstrap | tar -x -C "$root.part" --exclude='./dev/*' ||
    die "the SDK root could not be made; is there a network?"
  mv "$root.part" "$root"
  for old in "$sdk_cache"/trixie-* "$sdk_cache"/locales; do
    [ "$old" = "$root" ] || remove_tree "$old"
  done
)

# The folders of the host that are its own inside too, so that a path means the same on both sides.
host_places() {
  local place
  for place in /*; do
    case ${place#/} in
      bin | boot | dev | etc | lib* | lost+found | proc | run | sbin | sys | tmp | usr | var) ;;
      *) [ -L "$place" ] || [ ! -d "$place" ] || echo "$place" ;;
    esac
  done
  for place in "${XDG_DATA_HOME:-}" "${XDG_CONFIG_HOME:-}" "${XDG_CACHE_HOME:-}" "${XDG_STATE_HOME:-}"; do
    [ -z "$place" ] || { mkdir -p "$place" && echo "$place"; }
  done
  for place in "$HOME" "$top" "${XDG_RUNTIME_DIR:-}" /run/media; do
    [ ! -d "$place" ] || echo "$place"
  done
}

# The name of the host's time zone: the file itself cannot be laid over the root's symbolic link.
host_zone() {
  local file
  file=$(readlink -f /etc/localtime 2> /dev/null || true)
  case $file in
    */zoneinfo/*) echo "${file#*/zoneinfo/}" ;;
    *) cat /etc/timezone 2> /dev/null || echo UTC ;;
  esac
}

# The root speaks only the languages that the tests need. Others are made for whoever runs the app
# with them; the answer is the folders to find them in, empty where nothing had to be made.
locale_path() {
  [ "$sdk" != native ] && has locale || return 0
  local name folder=$sdk_cache/locales made=
  for name in $(locale 2> /dev/null | sed -n 's/^[A-Z_]*="\?\([a-z]*_[A-Z]*\)\.[Uu][Tt][Ff]-\?8"\?$/\1/p' | sort -u); do
    mkdir -p "$folder"
    [ -d "$folder/$name.UTF-8" ] ||
      inside localedef -i "$name" -f UTF-8 "$folder/$name.UTF-8" 2> /dev/null || continue
    made=yes
  done
  [ -z "$made" ] || echo "$folder:/usr/lib/locale"
}

inside_root() {
  local arguments=(--tmpfs /
    --ro-bind "$root/usr" /usr --ro-bind "$root/etc" /etc --ro-bind "$root/var" /var
    --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib --symlink usr/lib64 /lib64
    --ro-bind /etc/passwd /etc/passwd --ro-bind /etc/group /etc/group
    --ro-bind-try /etc/machine-id /etc/machine-id
    --dev-bind /dev /dev --ro-bind-try /sys /sys --tmpfs /run --tmpfs /var/tmp --bind /tmp /tmp
    --unshare-pid --proc /proc --die-with-parent --chdir "$PWD"
    --setenv PATH /usr/bin:/bin:/usr/sbin:/sbin --setenv TZ "${TZ:-$(host_zone)}")
  local name place
  for name in LD_LIBRARY_PATH LD_PRELOAD GIO_MODULE_DIR GIO_EXTRA_MODULES GTK_PATH GTK_MODULES \
    GTK_EXE_PREFIX GDK_PIXBUF_MODULE_FILE GSETTINGS_SCHEMA_DIR PKG_CONFIG_PATH PYTHONPATH PYTHONHOME \
    XDG_DATA_DIRS XDG_CONFIG_DIRS CC; do
    [ -z "${!name:-}" ] || arguments+=(--unsetenv "$name")
  done
  while read -r place; do
    arguments+=(--bind "$place" "$place")
  done < <(host_places)
  [ ! -f "${XAUTHORITY:-}" ] || arguments+=(--ro-bind "$XAUTHORITY" "$XAUTHORITY")
  bwrap "${arguments[@]}" -- "$@"
}

# ── The choice ─────────────────────────────────────────────────────────────────────────────────

choose_sdk() {
  [ -z "$sdk" ] || return 0
  local missing
  case ${HIPLOG_SDK:-} in
    root) use_root; return ;;
    native | '') missing=$(missing_here "${1:-}") ;;
    *) die "HIPLOG_SDK is “native”, “root” or not set at all" ;;
  esac
  if [ -z "$missing" ] || [ "${HIPLOG_SDK:-}" = native ] || host_is_recent || ! has apt-get; then
    use_native "$missing"
  else
    use_root
  fi
}
