#!/usr/bin/env bash
# Installs linklint's pinned dependencies into a folder of its own. Reads LINKLINT_PYTHON, GITHUB_ACTION_PATH, RUNNER_TEMP
# and GITHUB_OUTPUT; changes nothing else: not the user's Python, not PATH, not the work tree.
set -euo pipefail

# The packages of the lock that hold compiled code have wheels for these, and nothing is ever built here.
supported() {
  "$1" -I -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' > /dev/null 2>&1
}

# The whole path of a command: what follows runs in other folders.
locate() {
  local found
  found=$(command -v "$1")
  case $found in
    /* | [A-Za-z]:*) printf '%s\n' "$found" ;; # the second is Windows's way
    *) printf '%s\n' "$PWD/$found" ;;
  esac
}

python=""
if [ -n "${LINKLINT_PYTHON:-}" ]; then
  if ! supported "$LINKLINT_PYTHON"; then
    echo "::error title=linklint::The input 'python' does not name a Python from 3.11 to 3.14."
    exit 2
  fi
  python=$(locate "$LINKLINT_PYTHON")
else
  for candidate in python3 python3.14 python3.13 python3.12 python3.11 python; do
    if supported "$candidate"; then
      python=$(locate "$candidate")
      break
    fi
  done
fi
if [ -z "$python" ]; then
  echo "::error title=linklint::linklint needs a Python from 3.11 to 3.14. Add actions/setup-python before it, or name one with the input 'python'."
  exit 2
fi

lock=$GITHUB_ACTION_PATH/scripts/action/requirements.lock
target=$RUNNER_TEMP/linklint/packages
if [ ! -d "$target" ]; then
  # Beside and then renamed: an interrupted step leaves no half of an installation behind.
  staging=$(mktemp -d "${RUNNER_TEMP}/linklint-XXXXXX")
  cd "$staging" # no file of the work tree can be taken for a module or a config
  if command -v uv > /dev/null 2>&1; then
    uv pip install --quiet --no-config --python "$python" --target "$staging/packages" \
      --no-deps --only-binary :all: --require-hashes --requirements "$lock"
  else
    # What a run needs is compiled when it is loaded; compiling everything takes as long as all the rest.
    "$python" -I -m pip install --quiet --disable-pip-version-check --no-input --no-compile --root-user-action ignore \
      --target "$staging/packages" --no-deps --only-binary :all: --require-hashes --requirement "$lock"
  fi
  mkdir -p "$RUNNER_TEMP/linklint"
  mv "$staging/packages" "$target"
  cd / && rm -rf "$staging"
fi
{
  printf 'python=%s\n' "$python"
  printf 'packages=%s\n' "$target"
} >> "$GITHUB_OUTPUT"
