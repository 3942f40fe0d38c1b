#!/usr/bin/env bash
# Make sure these Debian packages are here: install them when permitted, else name them and fail.
set -euo pipefail
missing=()
for package in "$@"; do
  case "$package" in
    chromium) command -v chromium >/dev/null || [ -x "${CHROMIUM:-/nonexistent}" ] || missing+=("$package") ;;
    postgresql) compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || missing+=("$package") ;;
    *) dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package") ;;
  esac
done
[ ${#missing[@]} -eq 0 ] && exit 0
sudo=""
if [ "$(id -u)" -ne 0 ]; then
  if sudo -n true 2>/dev/null; then sudo="sudo -n"; else
    echo "Missing Debian packages: ${missing[*]}"
    echo "Install them with: sudo apt-get install -y --no-install-recommends ${missing[*]}"
    exit 1
  fi
fi
echo "Installing Debian packages: ${missing[*]}"
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null || {
  echo "Could not install: ${missing[*]}"; exit 1; }
